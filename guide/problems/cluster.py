"""Kinds of problem with a cluster that does the work."""

from guide.problems.kind import ERROR, ProblemKind

NO_DASK = ProblemKind(
    "no-dask",
    ERROR,
    "--scheduler on a computer where Dask is not installed",
    "work for a cluster needs Dask, which is not installed here",
    "in the folder of the program: pip install -c constraints.txt -e '.[cluster]'; or leave --scheduler out",
)
NO_SCHEDULER = ProblemKind(
    "no-scheduler",
    ERROR,
    "a scheduler that does not answer",
    "no scheduler answers at {address} ({reason})",
    "see that dask scheduler runs there, that this computer reaches it, and for tls:// that Dask knows the certificates; without --scheduler the work is done here",
)
NO_CLUSTER_WORKERS = ProblemKind(
    "no-cluster-workers",
    ERROR,
    "a scheduler that has nobody to work for it",
    "the scheduler at {address} has no worker",
    "begin one with: dask worker {address} --nworkers -1 --nthreads 1; what is made stays, and the same command goes on from there",
)
CLUSTER_LOST = ProblemKind(
    "cluster-lost",
    ERROR,
    "a scheduler that has ended, or that could not be reached any more, in the middle of the work",
    "the scheduler at {address} was lost in the middle of the work",
    "see that it runs and run the command again; what is made stays",
)
OTHER_PROGRAM = ProblemKind(
    "other-program",
    ERROR,
    "a worker with another version of the program or of a library, which would make other files",
    "the worker {worker}{more} has other versions: {differences}",
    "install the same on all: pip install -c constraints.txt -e '.[cluster]' from the same files; then begin the workers anew",
)
NO_PROGRAM = ProblemKind(
    "no-program",
    ERROR,
    "a worker on which the program is not installed",
    "the worker {worker}{more} does not have this program ({reason})",
    "install it there as it is here, and begin dask worker in that environment",
)
OTHER_FACES = ProblemKind(
    "other-faces",
    ERROR,
    "a worker that has not the same faces as this computer for a script of the content",
    "the worker {worker}{more} has not the same faces as this computer: {files}",
    "install the same package of fonts on all ({package}), or put the files into a folder of the content, see docs/languages.md; then begin the workers anew",
)
