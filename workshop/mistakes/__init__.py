"""Books with one mistake each, made from sound simulated years and labelled by their maker, who never looks at the validator."""
