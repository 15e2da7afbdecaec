"""The signals that ask a program to end and that it may hear, with the codes it then ends with."""

import signal

ENDS = {
    number: 128 + number
    for number in (
        *(signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM),
        *(signal.SIGUSR1, signal.SIGUSR2, signal.SIGALRM, signal.SIGXCPU),
    )
}
