"""The command, from the folder of this file: `python make_guide.py build`."""

from guide.__main__ import main

if __name__ == "__main__":  # a process that makes an edition beside this one reads this file too
    main()
