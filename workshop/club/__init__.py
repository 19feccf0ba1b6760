"""One year of an invented funeral welfare club: who belongs, who died, who brought the money, and how its treasurer keeps it."""

from workshop.club.keep import keep_club
from workshop.club.year import simulate_club

__all__ = ("keep_club", "simulate_club")
