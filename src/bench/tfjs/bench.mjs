// The step that EngineBench measures, in TensorFlow.js on WebAssembly, float, one thread. The backward pass is written out,
// which is quicker than its automatic one, and all norms are read at once. Processor time of the process, medians.
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const WIDTH = 64;
const BATCH = 32;
const CLASSES = 10;
const RATE = 0.001;
const ROUNDS = 21;

const depths = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [20, 50, 100];
const require = createRequire(import.meta.url);
setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
setThreadsCount(1);
await tf.setBackend('wasm');
console.log(`TensorFlow.js ${tf.version_core}, ${tf.getBackend()}, Node ${process.version}`);

for (const depth of depths) {
  const step = network(depth);
  const norms = step();
  const end = performance.now() + 2000;
  let warm = 0;
  for (; performance.now() < end; warm++) {
    step();
  }
  const count = Math.max(1, Math.round(warm / 100));
  const times = Array.from({ length: ROUNDS }, () => millis(step, count)).sort((a, b) => a - b);
  // |dL/dh_0| / |dL/dh_depth| tells that it is the same network: about 0.1 at depth 50.
  const ratio = (norms[depth] / norms[0]).toPrecision(2);
  console.log(`depth ${depth}: ${times[(ROUNDS - 1) / 2].toFixed(2)} ms a step, gradient of the input ${ratio} of the last`);
}

function millis(step, count) {
  const start = process.cpuUsage();
  for (let i = 0; i < count; i++) {
    step();
  }
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000 / count;
}

/** Gives a function that takes one step and gives all norms: dL/dh from the last to the input, then dL/dW. */
function network(depth) {
  const weights = Array.from({ length: depth }, (_, i) => xavier(WIDTH, WIDTH, i));
  const head = xavier(WIDTH, CLASSES, depth);
  const input = tf.randomNormal([BATCH, WIDTH], 0, 1, 'float32', 1);
  const labels = tf.oneHot(tf.tensor1d(Array.from({ length: BATCH }, (_, i) => i % CLASSES), 'int32'), CLASSES);
  return () => {
    const read = tf.tidy(() => {
      const h = [input];
      for (const w of weights) {
        h.push(tf.tanh(tf.matMul(h[h.length - 1], w)));
      }
      const dLogits = tf.div(tf.sub(tf.softmax(tf.matMul(h[depth], head)), labels), BATCH);
      let d = tf.matMul(dLogits, head, false, true);
      learn(head, tf.matMul(h[depth], dLogits, true, false));
      const dh = [norm(d)];
      const dw = [];
      for (let i = depth - 1; i >= 0; i--) {
        const dz = tf.mul(d, tf.sub(1, tf.square(h[i + 1])));
        const gradient = tf.matMul(h[i], dz, true, false);
        d = tf.matMul(dz, weights[i], false, true);
        learn(weights[i], gradient);
        dh.push(norm(d));
        dw.push(norm(gradient));
      }
      return tf.stack([...dh, ...dw]);
    });
    const norms = read.dataSync();
    read.dispose();
    return norms;
  };
}

function learn(weights, gradient) {
  weights.assign(tf.sub(weights, tf.mul(gradient, RATE)));
}

function norm(values) {
  return tf.sqrt(tf.sum(tf.square(values)));
}

function xavier(inputs, outputs, seed) {
  return tf.variable(tf.randomNormal([inputs, outputs], 0, Math.sqrt(2 / (inputs + outputs)), 'float32', seed + 1));
}
