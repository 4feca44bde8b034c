import { html, type TemplateResult } from 'lit';
import { powersAround } from '../plots/axes';
import { multiples, multiplesHeight, type Panel } from '../plots/multiples';
import { type Wordings, words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { ratio } from './lab-gradient-flow';
import { measured, share } from './lab-numbers';
import type { Grid, GridCell, Trained } from './lab-types';
import { LAB_WORDS } from './lab-words';

interface Says {
  healthy(plain: number, residual: number, all: number): TemplateResult;
  learnt(best: string, accuracy: string): TemplateResult;
  axes: string;
  ratio: string;
  accuracy: string;
}

/** The first gradient is neither lost nor exploded within these. */
const HEALTHY: [number, number] = [1e-3, 1e3];
const COLUMNS = 2;
const NETWORKS = ['plain', 'residual'] as const;

const SAYS: Wordings<Says> = {
  ko: {
    healthy: (plain, residual, all) =>
      html`첫 층의 기울기가 마지막 층의 1/1000배와 1000배 사이에 남는 설정은 <span class="plain">일반망</span>에서 ${all}가지 가운데 ${plain}가지,
        <span class="residual">잔차망</span>에서 ${residual}가지입니다.`,
    learnt: (best, accuracy) => html`학습한 뒤의 정확도는 ${best}에서 ${accuracy}로 가장 높습니다.`,
    axes: '칸마다 가로축은 입력에서 출력까지의 층, 세로축은 |∂L/∂h|입니다. 세로축은 모두 같습니다.',
    ratio: '첫 층 / 마지막 층',
    accuracy: '시험 정확도',
  },
  en: {
    healthy: (plain, residual, all) =>
      html`The first gradient stays within a factor of 1000 of the last in ${plain} of ${all} settings of the
        <span class="plain">plain</span> network and in ${residual} of the <span class="residual">residual</span> one.`,
    learnt: (best, accuracy) => html`After training the accuracy is best with ${best}: ${accuracy}.`,
    axes: 'In each plot the layers go from the input to the output, and |∂L/∂h| upwards, on the same axis everywhere.',
    ratio: 'First / last layer',
    accuracy: 'Test accuracy',
  },
};

/** The gradient's profile for every initialiser with and without normalisation, plain against residual. */
export function remedies(at: Grid | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const says = words(SAYS);
  const cells = at?.cells ?? [];
  const title = (cell: GridCell) => `${say.options[cell.initialiser]} · ${say.options[cell.normalisation === 'none' ? 'unnormalised' : cell.normalisation]}`;
  const y = powersAround(cells.flatMap((cell) => NETWORKS.flatMap((net) => cell[net].dh)), -1, 1);
  const short = (initialiser: string, normalisation: string) => `${say.options[initialiser]}${normalisation === 'batch' ? ' + BN' : ''}`;
  const panels = cells.length > 0 ? cells.map((cell) => panel(cell, short(cell.initialiser, cell.normalisation))) : empty();
  return {
    height: multiplesHeight(panels.length, COLUMNS),
    body: multiples(panels, COLUMNS, view.width, y),
    ...(at ? { sentence: sentence() } : {}),
    spoken: cells.map((cell) => `${title(cell)}: ${NETWORKS.map((net) => `${say[net]} ${ratioText(cell[net])}`).join(', ')}`).join('; '),
    ...(at ? { read: says.axes } : {}),
    table: {
      head: [say.names['initialiser']!, say.names['normalisation']!, ...NETWORKS.flatMap((net) => [`${says.ratio}, ${say[net]}`, `${says.accuracy}, ${say[net]}`])],
      rows: cells.map((cell) => [
        say.options[cell.initialiser] ?? '', say.options[cell.normalisation] ?? '',
        ...NETWORKS.flatMap((net) => [ratio(cell[net].dh) ?? '∞', cell[net].accuracy === null ? '–' : share(cell[net].accuracy)]),
      ]),
    },
  };

  function panel(cell: GridCell, name: string): Panel {
    const note = NETWORKS.map((net) => {
      const { accuracy } = cell[net];
      return accuracy === null ? ratioText(cell[net]) : share(accuracy);
    });
    return { title: name, note: `${say.plain} ${note[0]} · ${say.residual} ${note[1]}`, series: NETWORKS.map((net) => ({ meaning: net, values: cell[net].dh })) };
  }

  function empty(): Panel[] {
    return ['xavier', 'he', 'normal'].flatMap((initialiser) =>
      ['none', 'batch'].map((normalisation) => ({ title: short(initialiser, normalisation), note: '', series: [] })),
    );
  }

  function sentence(): TemplateResult {
    const [plain, residual] = NETWORKS.map((net) => cells.filter((cell) => healthy(cell[net])).length);
    const trained = cells.flatMap((cell) => NETWORKS.map((net) => ({ name: `${title(cell)}, ${say[net]}`, accuracy: cell[net].accuracy })));
    const best = trained.reduce((one, other) => ((other.accuracy ?? -1) > (one.accuracy ?? -1) ? other : one));
    return html`${says.healthy(plain ?? 0, residual ?? 0, cells.length)} ${best.accuracy === null ? '' : says.learnt(best.name, share(best.accuracy))}`;
  }
}

function ratioText(network: Trained): string {
  return measured(ratio(network.dh) ?? null);
}

function healthy(network: Trained): boolean {
  const left = ratio(network.dh);
  return left !== undefined && left !== null && left >= HEALTHY[0] && left <= HEALTHY[1];
}
