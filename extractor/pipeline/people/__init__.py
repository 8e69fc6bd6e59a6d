"""Who a sentence speaks of: how many they are, what they are, and whom the words stand for."""
