// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { byName } from './map-data';
import { START } from './map-state';
import { mapWords, valueText } from './map-words';

afterEach(() => {
  document.documentElement.lang = '';
});

test('the two networks are compared in a sentence of either language', () => {
  expect(mapWords().sentence(START)).toBe(
    'Against VGG-19, ResNet-152 has 8.0 times the depth, 42% of the parameters and 57% of the multiply-accumulates. ' +
      'The ResNet ensemble’s error is 3.57%, 3.7 points below the VGG ensemble’s 7.3%.',
  );
  document.documentElement.lang = 'ko';
  expect(mapWords().sentence(START)).toBe(
    'ResNet-152의 깊이는 VGG-19의 8.0배, 파라미터는 42%, 곱셈-누산은 57%입니다. ' +
      'ResNet 앙상블의 오류율은 3.57%로, VGG 앙상블의 7.3%보다 3.7%p 낮습니다.',
  );
});

test('numbers keep the digits that were published', () => {
  expect(valueText('parameters', byName('GoogLeNet'), 'paper')).toBe('6,998,552');
  expect(valueText('error', byName('AlexNet'), 'paper')).toBe('15.3%*');
  expect(valueText('macs', byName('ResNet-101'), 'v15')).toBe('7.80\u00a0G');
});
