"""Makes training pairs (premise, sentence, class, weight) of the evidence that evidence.ts wrote.

Classes: 0 the premise shows the sentence to be true, 1 to be false, 2 it settles nothing.
"""
import json
import random
import re
from pathlib import Path

WORK = Path(__file__).parent / "work"
LONGEST = 600  # of a premise, in characters
NUMBER = re.compile(r"(?<![\w.])\d{1,4}(?:\.\d+)?(?![\w.]*\d)")
TRUE, FALSE, OPEN = 0, 1, 2


def read(name):
    return [json.loads(line) for line in (WORK / name).open(encoding="utf-8")]


def premise(thing, language, text):
    return f"{thing['zh']}：{text}" if language == "zh" else f"{thing['en']}: {text}"


def sentence(thing, language, text):
    if language == "zh":
        return thing["zh"] + text + random.choice(["。", ""])
    return f"{thing['en']} {text}" + random.choice([".", ""])


def words(text):
    return set(re.findall(r"[a-z0-9]+|[\u4e00-\u9fff]{2}|[\u4e00-\u9fff]", text.lower()))


def with_other_number(text):
    found = list(NUMBER.finditer(text))
    if not found:
        return None
    match = random.choice(found)
    old = match.group(0)
    if "." in old:
        new = f"{float(old) * random.choice([0.5, 1.5, 2, 0.8]):.{len(old.split('.')[1])}f}"
    else:
        value = int(old)
        is_year = 1900 < value < 2100
        new = str(value + random.choice([-3, -2, -1, 1, 2, 4]) if is_year
                  else max(1, random.choice([value * 2, value + 1, value // 2, value * 10, value + 10])))
    return None if new == old else text[:match.start()] + new + text[match.end():]


def different(text, others):
    """Those of the other texts that share few words with a text: hardly the same said otherwise."""
    own, found = words(text), []
    for other in others:
        their = words(other)
        shared = len(own & their)
        if shared < 0.2 * len(own | their) and shared < 0.34 * max(1, min(len(own), len(their))):
            found.append((shared / max(1, len(own | their)), other))
    return [other for _, other in sorted(found, reverse=True)]


def wording_pairs(things):
    """The knowledge's own wordings: said otherwise, mistaken, with another number, or about something else."""
    classes = {TRUE: [], FALSE: [], OPEN: []}
    for thing in things:
        for statement in thing["statements"]:
            for language, wrong in (("en", "wrongEn"), ("zh", "wrongZh")):
                own, mistakes = list(dict.fromkeys(statement[language])), statement[wrong]
                if not own:
                    continue
                classes[TRUE] += [(premise(thing, language, a), sentence(thing, language, b))
                                  for a in own for b in own if a != b]
                other = "zh" if language == "en" else "en"
                if statement[other] and random.random() < 0.25:
                    classes[TRUE].append((premise(thing, language, random.choice(own)),
                                          sentence(thing, other, random.choice(statement[other]))))
                for mistake in mistakes:
                    classes[FALSE].append((premise(thing, language, random.choice(own)), sentence(thing, language, mistake)))
                    if random.random() < 0.5:
                        classes[FALSE].append((premise(thing, language, mistake), sentence(thing, language, random.choice(own))))
                    if len(mistakes) > 1 and random.random() < 0.6:
                        same = random.choice([text for text in mistakes if text != mistake] or mistakes)
                        classes[TRUE].append((premise(thing, language, mistake), sentence(thing, language, same)))
                if random.random() < 0.5:
                    text = random.choice(own)
                    changed = with_other_number(text)
                    if changed:
                        classes[FALSE].append((premise(thing, language, text), sentence(thing, language, changed)))
                text = random.choice(own)
                far = different(text, [wording for o in thing["statements"] if o is not statement
                                       for wording in o[language][:2] + o[wrong][:1]])
                for wording in random.sample(far[:14], min(6, len(far[:14]))):
                    if random.random() < 0.25:
                        classes[OPEN].append((premise(thing, language, text), sentence(thing, language, wording)))
    rows = []
    for kind, most in ((TRUE, 17000), (FALSE, 19000), (OPEN, 15000)):
        random.shuffle(classes[kind])
        rows += [(p, s, kind, 1.0) for p, s in classes[kind][:most]]
    random.shuffle(rows)
    return rows


def natural_pairs(items, things):
    """Natural sentences beside the facts that decide them, alone and together, and beside what settles nothing."""
    lines = {}
    for thing in things:
        for statement in thing["statements"]:
            lines[statement["id"]] = (thing, statement)
        for relation in thing["relations"]:
            lines[relation["id"]] = (thing, relation)

    def line(fact, language):
        thing, said = lines[fact]
        text = said[language] or said["en"] or said["zh"]
        if isinstance(text, str):
            return f"{thing['zh']}——{text}" if language == "zh" else f"{thing['en']} – {text}"
        return premise(thing, language, random.choice(text))

    rows = []
    for item in items:
        language, claim, truths = item["language"], item["claim"], item["truths"]
        add = lambda p, kind, weight=1.0: rows.append((p[:LONGEST], claim, kind, weight))
        top = truths[:4]
        by = [fact for fact in item["by"] if fact in lines]
        if item["label"] == "N":
            if top:
                add(" | ".join(e["text"] for e in top), OPEN)
            for evidence in top[:2]:
                if random.random() < 0.6:
                    add(evidence["text"], OPEN)
            if item["mistakes"] and random.random() < 0.3:
                add(item["mistakes"][0]["text"], OPEN, 0.7)
            continue
        if not by:
            continue
        kind = TRUE if item["label"] == "T" else FALSE
        holds = lambda e: any(fact in e["facts"] for fact in by)
        near = [e for e in truths if holds(e)]
        if len(by) == 1:
            add(near[0]["text"] if near and random.random() < 0.7 else line(by[0], language), kind)
            if random.random() < 0.15:
                add(line(by[0], "en" if language == "zh" else "zh"), kind)
        else:
            parts = [line(fact, language) for fact in by]
            random.shuffle(parts)
            add(" | ".join(parts), kind)
            if kind == FALSE and random.random() < 0.5:
                add(random.choice(parts), OPEN, 0.5)
        told = all(any(fact in e["facts"] for e in top) for fact in by)
        if top and (told or (kind == FALSE and any(map(holds, top)))):
            add(" | ".join(e["text"] for e in top), kind)
        elif top:
            parts = [line(fact, language) for fact in by] + [e["text"] for e in top[: max(1, 4 - len(by))]]
            random.shuffle(parts)
            add(" | ".join(parts), kind)
        far = [e for e in truths[3:] if not holds(e)]
        if far and random.random() < 0.35:
            add(far[-1]["text"], OPEN, 0.6)
    return rows


def judged_pairs(items):
    """Blind claims beside the evidence found on them, which a person judged: shown true or false by some lines, in part, or not."""
    rows = []
    for item in items:
        claim, shown, by = item["claim"], item["shown"], item["by"]
        kind = {"T": TRUE, "F": FALSE}.get(item["label"], OPEN)
        deciding = [shown[number - 1] for number in by]
        others = [line for line in shown if line not in deciding]
        top = shown[:4] if all(number <= 4 for number in by) else (deciding + others)[:4]
        rows.append((" | ".join(top)[:LONGEST], claim, kind, 1.0))
        if deciding and kind != OPEN:
            rows.append((" | ".join(deciding)[:LONGEST], claim, kind, 1.0))
        if kind == OPEN:
            rows += [(line[:LONGEST], claim, OPEN, 0.6) for line in shown[:2]]
    return rows


def claim_pairs(items, judged):
    """Blind claims that the engine decides rightly: the evidence mostly holds what decides them."""
    rows = []
    for item in items:
        if item["claim"] in judged:
            continue
        top = item["truths"][:4]
        if item["verdict"] != item["label"] or not top:
            continue
        kind = {"SUPPORTED": TRUE, "REFUTED": FALSE}.get(item["label"], OPEN)
        rows.append((" | ".join(e["text"] for e in top)[:LONGEST], item["claim"], kind, 0.7))
        if kind != OPEN and random.random() < 0.35:
            rows.append((top[0]["text"][:LONGEST], item["claim"], kind, 0.4))
    return rows


def main():
    random.seed(23)
    things = read("things.jsonl")
    wordings = wording_pairs(things)
    items = read("sentences.evidence.jsonl")
    names = sorted({item["thing"] for item in items})
    random.shuffle(names)
    held = set(names[: len(names) // 16])
    natural = natural_pairs([item for item in items if item["thing"] not in held], things)
    judged = [json.loads(line) for line in (WORK.parent / "judged.jsonl").open(encoding="utf-8")]
    claims = judged_pairs(judged) + claim_pairs(
        [item for part in ("claims", "claims-dev", *(f"claims-dev{n}" for n in range(2, 6)))
         for item in read(f"{part}.evidence.jsonl")], {item["claim"] for item in judged})
    replay = [(p, s, kind, 0.8) for p, s, kind, _ in wordings[: len(natural) // 10] if kind != OPEN]
    rows = natural + claims + replay
    random.shuffle(rows)
    for name, content in (("wordings", wordings), ("sentences", rows),
                          ("held-out", natural_pairs([item for item in items if item["thing"] in held], things))):
        (WORK / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
        print(name, len(content))


if __name__ == "__main__":
    main()
