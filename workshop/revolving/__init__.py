"""A simulated year of an interest-free revolving fund (กข.คจ.), and how its treasurer keeps it."""
