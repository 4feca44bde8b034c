import { html, nothing } from 'lit';
import { words } from '../ui/language';
import type { LabMachine } from './lab-machine';
import { measured } from './lab-numbers';
import type { Run } from './lab-types';
import { LAB_WORDS } from './lab-words';
import { VERIFY_WORDS } from './verify-words';

/** How the run stands, spoken as it changes; what needs no eye is for the ear only. */
export function status(machine: LabMachine) {
  const { run, refusal, replay, verification } = machine;
  const checks = words(VERIFY_WORDS);
  const wrong = !!refusal || (run?.state === 'FAILED' && !machine.preview);
  const text = standing(machine);
  const quiet = !wrong && run?.state === 'DONE' && !machine.preview;
  return html`<div class="lab-status" role="status" data-wrong=${wrong}>
    ${text ? html`<p class=${quiet ? 'visually-hidden' : ''}>${text}</p>` : nothing}
    ${replay ? html`<p class="lab-compared" data-equal=${replay.comparison?.equal ?? false}>${compared(replay)}</p>` : nothing}
    ${verification === undefined
      ? nothing
      : html`<p class="lab-compared" data-equal=${verification?.agrees ?? false}>${verification ? checks.verified(verification) : checks.verifying}</p>`}
  </div>`;
}

function standing(machine: LabMachine): string {
  const say = words(LAB_WORDS);
  const { run, refusal } = machine;
  if (refusal) return say.refused(refusal, say.names);
  if (machine.starting) return say.running;
  if (machine.preview && !machine.living) return say.preview;
  switch (run?.state) {
    case 'QUEUED':
      return say.queued(run.waiting?.position ?? 1, run.waiting?.seconds ?? 1);
    case 'FAILED':
      return run.failure ? say.failed(run.failure) : '';
    case 'RUNNING':
      return say.running;
    case 'DONE':
      return say.done;
    case 'CANCELLED':
      return say.cancelled;
    default:
      return '';
  }
}

function compared({ state, failure, comparison }: Run): string {
  const say = words(LAB_WORDS);
  if (comparison) {
    return comparison.bitForBit && comparison.equal
      ? say.same(comparison.values)
      : comparison.equal
        ? say.alike(comparison.values, measured(comparison.greatest), comparison.drift ? measured(comparison.drift) : '')
        : say.other(measured(comparison.greatest));
  }
  if (failure) return say.failed(failure);
  return state === 'CANCELLED' ? say.cancelled : say.replaying;
}
