"""What `npm run bench:sympy` compares with: chains of equal expressions, read and compared by SymPy, one a line."""
import json
import signal
import sys
import time
import warnings

warnings.simplefilter('ignore')
import sympy
from sympy.parsing.sympy_parser import parse_expr


class Late(Exception):
    pass


def stop(*_):
    raise Late


def reader():
    """SymPy's reader of LaTeX, or why it cannot run here and Python's notation is read instead."""
    try:
        from sympy.parsing.latex import parse_latex

        parse_latex('x')
        return parse_latex, None
    except ImportError as error:
        return None, str(error)


def read(request):
    if latex is not None:
        return [latex(side) for side in request['latex']]
    if request['python'] is None:
        raise ValueError
    return [parse_expr(side) for side in request['python']]


def judge(request, seconds):
    """Whether it is read, and what `equals` says of each side and the next: true, false, or null for no answer."""
    try:
        signal.alarm(seconds)
        sides = read(request)
        return {'read': True, 'equal': [bool_or_none(a.equals(b)) for a, b in zip(sides, sides[1:])]}
    except Late:
        return {'read': True, 'equal': [], 'late': True}
    # SymPy raises what Python raises, from many places, on what it cannot read or compare.
    except Exception:
        return {'read': False, 'equal': []}
    finally:
        signal.alarm(0)


def bool_or_none(answer):
    return None if answer is None else bool(answer)


signal.signal(signal.SIGALRM, stop)
latex, missing = reader()
print(json.dumps({'version': sympy.__version__, 'missing': missing}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    start = time.process_time()
    answer = judge(request, request['seconds'])
    answer['ms'] = 1000 * (time.process_time() - start)
    print(json.dumps(answer), flush=True)
