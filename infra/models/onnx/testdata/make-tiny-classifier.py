"""Writes the tiny classifier of the tests: tiny/model.onnx, config.json, vocab.txt (needs `pip install onnx`).

A bag of words in the form of a BERT classifier: each piece adds its row of a table to the three logits, padding adds
nothing. The words and their weights are made up here; nothing was trained.
"""

import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

FOLDER = Path(__file__).parent / "tiny"
FRAME = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
GOOD = ["rapi", "cepat", "ramah", "mantap", "tertib"]
BAD = ["lam", "##bat", "kacau", "rusak", "curang", "bohong"]
PLAIN = ["kpu", "petugas", "tps", "##nya", "surat", "suara", "tidak", ",", ".", "!", "?"]
VOCABULARY = FRAME + GOOD + BAD + PLAIN

table = np.zeros((len(VOCABULARY), 3), dtype=np.float32)  # positive, neutral, negative
for row, piece in enumerate(VOCABULARY):
    if piece in GOOD:
        table[row] = (2.0, 0.0, -1.0)
    elif piece in BAD:
        table[row] = (-1.0, 0.0, 1.5)

graph = helper.make_graph(
    [
        helper.make_node("Gather", ["table", "input_ids"], ["rows"]),
        helper.make_node("Gather", ["types", "token_type_ids"], ["typed"]),
        helper.make_node("Add", ["rows", "typed"], ["embedded"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["wide"]),
        helper.make_node("Mul", ["embedded", "wide"], ["kept"]),
        helper.make_node("ReduceSum", ["kept", "first"], ["summed"], keepdims=0),
        helper.make_node("Add", ["summed", "bias"], ["logits"]),
    ],
    "tiny",
    [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "pieces"])
        for name in ("input_ids", "attention_mask", "token_type_ids")
    ],
    [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 3])],
    [
        numpy_helper.from_array(table, "table"),
        numpy_helper.from_array(np.zeros((2, 3), dtype=np.float32), "types"),
        numpy_helper.from_array(np.array([0.0, 1.0, 0.0], dtype=np.float32), "bias"),
        numpy_helper.from_array(np.array([-1], dtype=np.int64), "last"),
        numpy_helper.from_array(np.array([1], dtype=np.int64), "first"),
    ],
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
checker.check_model(model)

FOLDER.mkdir(exist_ok=True)
save(model, str(FOLDER / "model.onnx"))
(FOLDER / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
labels = {"0": "positive", "1": "neutral", "2": "negative"}
(FOLDER / "config.json").write_text(json.dumps({"id2label": labels, "max_position_embeddings": 64}, indent=2) + "\n")
