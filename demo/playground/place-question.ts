import { html, nothing, type TemplateResult } from 'lit';
import { PLACE_GROUPS, type Place, type PlaceGroup } from './places.js';

export interface PlaceModel {
  readonly group: PlaceGroup;
  readonly place: Place;
  readonly choosePlace: (place: Place) => void;
}

function chips<Item extends { name: string; title: string }>(
  name: string,
  legend: string | TemplateResult,
  items: readonly Item[],
  chosen: Item,
  choose: (item: Item) => void,
) {
  return html`<fieldset class="chips" data-chips=${name}>
    <legend>${legend}</legend>
    ${items.map(
      (item) =>
        html`<label>
          <input
            type="radio"
            name=${name}
            value=${item.name}
            .checked=${item.name === chosen.name}
            @change=${() => choose(item)}
          />
          <span>${item.title}</span>
        </label>`,
    )}
  </fieldset>`;
}

/** Renders the first question: where to paste the room. */
export function renderPlaceQuestion({ group, place, choosePlace }: PlaceModel): TemplateResult {
  return html`
    ${chips('place-group', 'Where do you paste it?', PLACE_GROUPS, group, ({ places }) =>
      choosePlace(places[0]),
    )}
    ${
      group.places.length > 1
        ? chips('place', 'Which one?', group.places, place, choosePlace)
        : nothing
    }
  `;
}
