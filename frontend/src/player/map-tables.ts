import { html, nothing } from 'lit';
import { byName, type Network, NETWORKS, PUBLISHED, QUANTITIES, type Quantity } from './map-data';
import { comparison, type MapState } from './map-state';
import { type MapWords, valueText } from './map-words';

/** The two networks side by side, and how the second stands to the first. */
export function comparisonTable(state: MapState, say: MapWords) {
  const [a, b] = [byName(state.a), byName(state.b)];
  return html`<table class="map-compared">
      <caption class="visually-hidden">
        ${say.against(a.name, b.name)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say.quantity}</th>
          <th scope="col"><span class="map-slot">A</span>${a.name}</th>
          <th scope="col"><span class="map-slot">B</span>${b.name}</th>
          <th scope="col">B : A</th>
        </tr>
      </thead>
      <tbody>
        ${comparison(state).map(
          ({ quantity, change }) => html`<tr>
            <th scope="row">${say.quantities[quantity]}</th>
            <td>${valueText(quantity, a, state.stride)}</td>
            <td>${valueText(quantity, b, state.stride)}</td>
            <td>${say.change(change)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${PUBLISHED[a.family].extraData || PUBLISHED[b.family].extraData ? html`<p class="map-quiet">* ${say.extraData}</p>` : nothing}`;
}

function cell(one: Network, quantity: Quantity, state: MapState) {
  return html`<td>${valueText(quantity, one, state.stride)}</td>`;
}

/** An ensemble has one error, so its family has one cell. */
function errorCell(one: Network, state: MapState) {
  const family = NETWORKS.filter(({ family }) => family === one.family);
  return one === family[0]
    ? html`<td class="map-shared" rowspan=${family.length}>
        ${valueText('error', one, state.stride)}
      </td>`
    : nothing;
}

/** Everything that the map can show. */
export function wholeTable(state: MapState, say: MapWords) {
  return html`<div class="map-scroll" role="region" tabindex="0" aria-label=${say.table}>
      <table>
        <caption class="visually-hidden">
          ${say.title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say.network}</th>
            ${QUANTITIES.map((quantity) => html`<th scope="col">${say.quantities[quantity]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${NETWORKS.map(
            (one) => html`<tr>
              <th scope="row">${one.name}</th>
              ${QUANTITIES.map((quantity) => (quantity === 'error' ? errorCell(one, state) : cell(one, quantity, state)))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p class="map-quiet">${say.notes} * ${say.extraData}.</p>`;
}
