"""``python -m satja``."""

from satja.command import main

if __name__ == "__main__":
    main()
