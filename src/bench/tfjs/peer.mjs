// Learns in TensorFlow.js, on WebAssembly, in float and on one thread, what the benchmark tells it on the standard input:
// `name`; `dense 50 none FILE`, the network to go on with; `norms`, one step and its gradients' norms; `steps 10`, the
// milliseconds of the processor that these take. The backward pass is written out, which is quicker than the automatic
// one, and all norms are read at once.
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

const WIDTH = 64;
const BATCH = 32;
const CLASSES = 10;
const RATE = 1e-12;
const EPSILON = 1e-5;

const require = createRequire(import.meta.url);
setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
setThreadsCount(1);
await tf.setBackend('wasm');

let step;
for await (const line of createInterface({ input: process.stdin })) {
  console.log(`> ${answer(line.split(' '))}`);
}

function answer([what, ...words]) {
  switch (what) {
    case 'name':
      return `TensorFlow.js ${tf.version_core} ${tf.getBackend()} on Node ${process.version}`;
    case 'norms':
      return step().join(' ');
    case 'steps':
      return millis(Number(words[0]));
    case 'dense':
      tf.disposeVariables();
      step = network(Number(words[0]), words[1] === 'batch', floats(words[2]));
      return 'ready';
  }
  throw new Error(`Nothing to do for "${what}"`);
}

function millis(count) {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    step();
  }
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

/** Gives a function for the next array of a file of floats, the highest byte first. */
function floats(file) {
  const bytes = readFileSync(file);
  let at = 0;
  return (...shape) => {
    const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => bytes.readFloatBE((at++) * 4));
    return tf.variable(tf.tensor(values, shape));
  };
}

/** Gives a function that takes one step and gives the norms of dL/dW, from the first layer to the last. */
function network(depth, normalised, next) {
  const weights = Array.from({ length: depth }, () => next(WIDTH, WIDTH));
  const head = next(WIDTH, CLASSES);
  const input = next(BATCH, WIDTH);
  const labels = tf.variable(tf.oneHot(tf.cast(next(BATCH), 'int32'), CLASSES));
  const gammas = weights.map(() => tf.variable(tf.ones([WIDTH])));
  const betas = weights.map(() => tf.variable(tf.zeros([WIDTH])));
  return () => {
    const read = tf.tidy(() => {
      const h = [input];
      const norms = [];
      for (let i = 0; i < depth; i++) {
        const z = tf.matMul(h[i], weights[i]);
        h.push(tf.tanh(normalised ? forward(z, gammas[i], betas[i], norms) : z));
      }
      const dLogits = tf.div(tf.sub(tf.softmax(tf.matMul(h[depth], head)), labels), BATCH);
      let d = tf.matMul(dLogits, head, false, true);
      learn(head, tf.matMul(h[depth], dLogits, true, false));
      const dh = [norm(d)];
      const dw = [];
      for (let i = depth - 1; i >= 0; i--) {
        const dn = tf.mul(d, tf.sub(1, tf.square(h[i + 1])));
        const dz = normalised ? backward(dn, gammas[i], betas[i], norms[i]) : dn;
        const gradient = tf.matMul(h[i], dz, true, false);
        d = tf.matMul(dz, weights[i], false, true);
        learn(weights[i], gradient);
        dh.push(norm(d));
        dw.unshift(norm(gradient));
      }
      return tf.stack([...dw, ...dh]);
    });
    const norms = read.dataSync().slice(0, depth);
    read.dispose();
    return [...norms];
  };
}

/** Batch normalisation (Ioffe and Szegedy 2015, algorithm 1). */
function forward(z, gamma, beta, norms) {
  const centred = tf.sub(z, tf.mean(z, 0));
  const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centred), 0), EPSILON));
  const x = tf.mul(centred, inverse);
  norms.push({ x, inverse });
  return tf.add(tf.mul(x, gamma), beta);
}

function backward(dn, gamma, beta, { x, inverse }) {
  const along = tf.mul(dn, x);
  const dz = tf.mul(tf.mul(gamma, inverse), tf.sub(tf.sub(dn, tf.mean(dn, 0)), tf.mul(x, tf.mean(along, 0))));
  learn(gamma, tf.sum(along, 0));
  learn(beta, tf.sum(dn, 0));
  return dz;
}

function learn(weights, gradient) {
  weights.assign(tf.sub(weights, tf.mul(gradient, RATE)));
}

function norm(values) {
  return tf.sqrt(tf.sum(tf.square(values)));
}
