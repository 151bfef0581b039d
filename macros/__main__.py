"""python -m macros check|build|serve|new|...: reads the command line and runs one command."""

import os
import sys
from collections.abc import Sequence

from macros import command_line, settings
from macros.commands import COMMANDS
from macros.commands.said import print_problems, print_unwritten
from macros.disk import WritingError
from macros.problem import ProblemsError


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code is 0 when all is well and 1 when something must be mended."""
    given = command_line.parser().parse_args(arguments)
    if given.today:
        os.environ["SOURCE_DATE_EPOCH"] = settings.midday(given.today)
    try:
        return COMMANDS[given.command](given)
    except ProblemsError as error:
        print_problems(error.problems)
        return 1
    except WritingError as error:
        print_unwritten(error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
