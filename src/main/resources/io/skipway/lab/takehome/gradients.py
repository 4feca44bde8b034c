"""Prints the norms of all gradients of a network file, computed by PyTorch: python gradients.py plain/network.json"""

import json
import sys

import torch
import torch.nn.functional as F

with open(sys.argv[1], encoding="utf-8") as file:
    network = json.load(file)
dtype = {"float32": torch.float32, "float64": torch.float64}[network["dtype"]]
parameters, outputs = {}, {}


def array(given):
    return torch.tensor(given["data"], dtype=dtype).reshape(given["shape"])


def parameter(node, name):
    if name not in node:
        return None
    parameters[f"{node['id']}.{name}"] = array(node[name]).requires_grad_()
    return parameters[f"{node['id']}.{name}"]


def output(node):
    names = [node["from"]] if isinstance(node["from"], str) else node["from"]
    given = [outputs[name] for name in names]
    x = given[0]
    match node["op"]:
        case "dense":
            bias = parameter(node, "b")
            product = x @ parameter(node, "W")
            return product if bias is None else product + bias
        case "conv":
            return F.conv2d(x, parameter(node, "K"), parameter(node, "b"), padding="same")
        case "batchnorm":
            axes = [0] if x.dim() == 2 else [0, 2, 3]
            shape = [1, -1] + [1] * (x.dim() - 2)
            centred = x - x.mean(axes, keepdim=True)
            variance = (centred * centred).mean(axes, keepdim=True)
            normal = centred / torch.sqrt(variance + node.get("eps", 1e-5))
            return parameter(node, "gamma").reshape(shape) * normal + parameter(node, "beta").reshape(shape)
        case "add":
            return sum(scale * each for scale, each in zip(node.get("scale", [1] * len(given)), given))
        case "globalaveragepool":
            return x.mean([2, 3])
        case "sigmoid" | "tanh" | "relu" as function:
            return getattr(torch, function)(x)
    raise SystemExit(f"{node['id']}: unknown op {node['op']}")


def norms(arrays):
    # Divided by the largest first: the squares of small gradients are beyond the range long before the norm is.
    found = {}
    for name, each in arrays.items():
        largest = each.grad.abs().max()
        found[name] = float(largest * torch.linalg.norm(each.grad / largest)) if largest > 0 else 0.0
    return found


outputs["input"] = array(network["input"]).requires_grad_()
for node in network["nodes"]:
    outputs[node["id"]] = output(node)
    outputs[node["id"]].retain_grad()
loss = F.cross_entropy(outputs[network["nodes"][-1]["id"]], torch.tensor(network["labels"]))
loss.backward()
print(json.dumps({
    "engine": f"PyTorch {torch.__version__}",
    "dtype": network["dtype"],
    "loss": loss.item(),
    "parameters": norms(parameters),
    "activations": norms(outputs),
}))
