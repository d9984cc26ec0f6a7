"""The command-line application: options, filters, completion, errors. What a command asks is in commands/."""
