"""``python -m kg``: the same as the command ``kg``."""

from kg.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
