#!/usr/bin/env python3
"""Types command lines in real shells, presses Tab and looks at what stands there then. Use: check-completions.py"""
import os, pathlib, pty, re, select, shutil, signal, sys, tempfile, time

docs = pathlib.Path(__file__).resolve().parent.parent / "docs" / "completions"
data = docs.parent.parent / "Data"
# What is typed, and what must stand on the line or below it after Tab.
cases = [
    ("furikaeri exp", ["furikaeri export "]),
    ("furikaeri re", ["recover", "review"]),
    ("furikaeri Da", ["furikaeri Data/"]),
    ("furikaeri export Da", ["furikaeri export Data/"]),
    ("furikaeri export 綴", ["furikaeri export 綴り/"]),
    ("furikaeri check my", ["furikaeri check my\\ books/"]),
    ("furikaeri export Data --for", ["furikaeri export Data --format"]),
    ("furikaeri export Data --format m", ["--format markdown "]),
    ("furikaeri export Data --format=x", ["--format=xlsx "]),
    ("furikaeri export Data --format ", ["html", "markdown", "csv", "text", "json", "xlsx"]),
    ("furikaeri export Data --format html --output no", ["--output notes.txt "]),
    ("furikaeri export Data --format html --repl", ["--replace-special "]),
    ("furikaeri check --for mid", ["--for midterm "]),
    ("furikaeri check Data/tennoji-2019 --format j", ["--format json "]),
    ("furikaeri history Data/tennoji-2019 --item 19", ["--item 19 "]),
    ("furikaeri history Data/tennoji-2019 --item 1", ["10", "11", "19"]),
    ("furikaeri Data/tennoji-2019 --it", ["--item"]),
    ("furikaeri import no", ["furikaeri import notes.txt "]),
    ("furikaeri import notes.txt --into Da", ["--into Data/"]),
    ("furikaeri import notes.txt --into Data --dry", ["--dry-run "]),
    ("furikaeri new-year Data --to 2020 --into Da", ["--into Data/"]),
    ("furikaeri --ver", ["furikaeri --version "]),
]
# What must not be offered.
refused = [
    ("furikaeri check Da", "notes"),
    ("furikaeri export Data --format xml", "xmlxlsx"),
    ("furikaeri history Data --item 1 --verify --ver", "--verify --verify"),
]


class Shell:
    """A shell in a terminal of its own."""

    def __init__(self, words, folder):
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            variables = {"TERM": "dumb", "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"], "HOME": folder}
            os.execvpe(words[0], words, variables)

    def read(self, quiet, until=None, limit=20):
        """What the shell writes until `until` stands in it, or else until it has been quiet for a time."""
        said, end = b"", time.monotonic() + limit
        while time.monotonic() < end:
            ready, _, _ = select.select([self.file], [], [], quiet)
            if ready:
                try:
                    said += os.read(self.file, 65536)
                except OSError:
                    break
            if until and until in said or not until and not ready:
                break
        return said.decode("utf-8", "replace")

    def send(self, text):
        os.write(self.file, text.encode())

    def complete(self, line, wanted):
        """What stands there when Tab was pressed once or twice behind a line."""
        self.send("\x15echo fresh-$((40 + 2))\r")
        self.read(5, until=b"fresh-42")
        self.send(line + "\t")
        said, end = "", time.monotonic() + 20
        while time.monotonic() < end:
            said += self.read(0.5)
            clean = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|\x07|\r", "", said)
            if all(word in clean for word in wanted):
                return clean, True
            if wanted is None or not wanted:
                return clean, True
            self.send("\t")
        return clean, False

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.close(self.file)
        os.waitpid(self.pid, 0)


def start(name, folder):
    if name == "bash":
        shell = Shell(["bash", "--norc", "--noprofile", "-i"], folder)
        shell.send("bind 'set enable-bracketed-paste off'; PS1='> '; . '%s'\r" % (docs / "furikaeri.bash"))
    else:
        shell = Shell(["zsh", "-f", "-i"], folder)
        shell.send("unsetopt zle_bracketed_paste promptsp beep; fpath=('%s' $fpath); PS1='> '\r" % docs)
        shell.send("autoload -Uz compinit && compinit -u -D; zstyle ':completion:*' list-prompt ''; LISTMAX=1000\r")
    shell.send("echo ready-$((40 + 2))\r")
    shell.read(20, until=b"ready-42")
    return shell


failures = []
with tempfile.TemporaryDirectory() as folder:
    shutil.copytree(data, folder + "/Data")
    shutil.copytree(data / "tennoji-2019", folder + "/綴り")
    shutil.copytree(data / "tennoji-2019", folder + "/my books")
    pathlib.Path(folder, "notes.txt").write_text("")
    for name in ["bash", "zsh"]:
        shell = start(name, folder)
        for line, wanted in cases:
            said, found = shell.complete(line, wanted)
            if not found:
                failures.append(f"{name}: {line}<Tab> shows {said!r}, not {wanted}")
        for line, unwanted in refused:
            said, _ = shell.complete(line, [])
            if unwanted in said:
                failures.append(f"{name}: {line}<Tab> shows {said!r}")
        shell.close()
for failure in failures:
    print(failure)
if failures:
    sys.exit(f"FAILED: {len(failures)} of {2 * (len(cases) + len(refused))} completions")
print(f"{2 * (len(cases) + len(refused))} completions in bash and zsh")
