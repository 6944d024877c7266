"""Writes a trained reader as ONNX that transformers.js loads with `dtype: 'q8'`: export.py READER.pt"""
import json
import shutil
import sys
from pathlib import Path

import __main__
import numpy as np
import torch
from onnx import TensorProto, checker, helper, numpy_helper

import train
from train import EMBEDDING, HEADS, HIDDEN, WORK

OUT = Path(__file__).parent.parent / "entailment-zh-en"
__main__.Reader, __main__.Layer = train.Reader, train.Layer  # the names under which train.py saved them


class Graph:
    """Collects ONNX nodes. Calling it adds one and returns the name(s) of its output(s)."""

    def __init__(self):
        self.nodes, self.weights = [], []

    def weight(self, array, name):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def __call__(self, op, *inputs, outputs=1, **attributes):
        name = f"{op}_{len(self.nodes)}"
        inputs = [x if isinstance(x, str) else self.weight(np.asarray(x), f"{name}.input_{i}") for i, x in enumerate(inputs)]
        names = [name] if outputs == 1 else [f"{name}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, name=name, **attributes))
        return names[0] if outputs == 1 else names

    def matrix(self, array, name):
        """In 8 bits with a step for each row; unpacked once, while the model is loaded."""
        step = np.maximum(np.abs(array).max(1, keepdims=True) / 127, 1e-9).astype(np.float32)
        packed = np.clip(np.round(array / step), -127, 127).astype(np.int8)
        return self("Mul", self("Cast", self.weight(packed, name + ".int8"), to=TensorProto.FLOAT), self.weight(step, name + ".step"))

    def dense(self, x, layer, name):
        matrix = self("Transpose", self.matrix(values(layer.weight), name), perm=[1, 0])
        return self("Add", self("MatMul", x, matrix), self.weight(values(layer.bias), name + ".bias"))

    def norm(self, x, layer, name):
        weights = self.weight(values(layer.weight), name + ".weight"), self.weight(values(layer.bias), name + ".bias")
        return self("LayerNormalization", x, *weights, epsilon=1e-12)


def values(tensor):
    return tensor.detach().numpy().astype(np.float32)


def embedded(g, reader):
    """The words' vectors in blocks of 32 values of 4 bits, as in the embedding model: they were not trained."""
    blocks = values(reader.word.weight).reshape(len(reader.word.weight), -1, 32)
    steps = blocks[np.arange(len(blocks))[:, None], np.arange(12)[None, :], np.abs(blocks).argmax(-1)] / -8
    steps = np.where(steps == 0, 1, steps).astype(np.float16)[..., None]
    four = np.clip(np.round(blocks / steps.astype(np.float32)) + 8, 0, 15).astype(np.uint8)
    packed = g("Gather", g.weight(four[..., :16] | four[..., 16:] << 4, "words.nibbles"), "input_ids")
    high = g("BitShift", packed, np.uint8(4), direction="RIGHT")
    low = g("BitShift", g("BitShift", packed, np.uint8(4), direction="LEFT"), np.uint8(4), direction="RIGHT")
    unpacked = g("Sub", g("Cast", g("Concat", low, high, axis=-1), to=TensorProto.FLOAT), np.float32(8))
    steps = g("Cast", g("Gather", g.weight(steps, "words.steps"), "input_ids"), to=TensorProto.FLOAT)
    return g("Reshape", g("Mul", unpacked, steps), [0, 0, HIDDEN])


def network(reader):
    g = Graph()
    positions = g("Slice", g.weight(values(reader.pos.weight), "positions"), [0], g("Shape", "input_ids", start=1, end=2), [0])
    x = g.norm(g("Add", embedded(g, reader), positions), reader.ln, "embeddings")
    attention = g("Cast", "attention_mask", to=TensorProto.FLOAT)
    mask = g("Unsqueeze", g("Mul", g("Sub", np.float32(1), attention), np.float32(-1e9)), [1, 2])
    for i, layer in enumerate(reader.layers):
        parts = g("Split", g.dense(x, layer.qkv, f"layer{i}.qkv"), [HIDDEN] * 3, axis=2, outputs=3)
        q, k, v = (g("Reshape", part, [0, 0, HEADS, HIDDEN // HEADS]) for part in parts)
        q, v = (g("Transpose", y, perm=[0, 2, 1, 3]) for y in (q, v))
        scores = g("Mul", g("MatMul", q, g("Transpose", k, perm=[0, 2, 3, 1])), np.float32((HIDDEN // HEADS) ** -0.5))
        mixed = g("Transpose", g("MatMul", g("Softmax", g("Add", scores, mask), axis=-1), v), perm=[0, 2, 1, 3])
        mixed = g("Reshape", mixed, [0, 0, HIDDEN])
        x = g.norm(g("Add", x, g.dense(mixed, layer.ao, f"layer{i}.ao")), layer.aln, f"layer{i}.aln")
        up = g.dense(x, layer.fi, f"layer{i}.fi")
        up = g("Mul", g("Mul", up, g("Add", g("Erf", g("Div", up, np.float32(2**0.5))), np.float32(1))), np.float32(0.5))
        x = g.norm(g("Add", x, g.dense(up, layer.fo, f"layer{i}.fo")), layer.oln, f"layer{i}.oln")
    sums = g("ReduceSum", g("Mul", x, g("Unsqueeze", attention, [2])), [1], keepdims=0)
    mean = g("Div", sums, g("ReduceSum", attention, [1], keepdims=1))
    first = g("Reshape", g("Gather", x, np.array([0]), axis=1), [-1, HIDDEN])
    hidden = g("Tanh", g.dense(g("Concat", mean, first, axis=-1), reader.dense, "dense"))
    g.nodes.append(helper.make_node("Identity", [g.dense(hidden, reader.out, "out")], ["logits"]))
    dims = ["batch_size", "sequence_length"]
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, dims) for name in ("input_ids", "attention_mask")]
    output = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch_size", 3])
    graph = helper.make_graph(g.nodes, OUT.name, inputs, [output], g.weights)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=8)


def main():
    model = network(torch.load(WORK / sys.argv[1], weights_only=False))
    checker.check_model(model)
    (OUT / "onnx").mkdir(parents=True, exist_ok=True)
    (OUT / "onnx" / "model_quantized.onnx").write_bytes(model.SerializeToString(deterministic=True))
    for name in ("tokenizer.json", "tokenizer_config.json", "special_tokens_map.json"):
        shutil.copy(EMBEDDING / name, OUT / name)
    config = json.loads((EMBEDDING / "config.json").read_text())
    labels = ("ENTAILED", "CONTRADICTED", "NEUTRAL")
    config.update(architectures=["BertForSequenceClassification"], id2label={str(i): label for i, label in enumerate(labels)},
                  label2id={label: i for i, label in enumerate(labels)}, **{"transformers.js_config": {"dtype": "q8"}})
    (OUT / "config.json").write_text(json.dumps(config, indent=2) + "\n")


if __name__ == "__main__":
    main()
