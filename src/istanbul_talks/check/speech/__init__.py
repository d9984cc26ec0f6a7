"""Speech: who a draft says speaks, held against who speaks in the articles."""
