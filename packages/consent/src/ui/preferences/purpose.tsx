import type { VNode } from 'preact'
import { own } from '../../shared/own.ts'
import { allows, keyOf } from '../../shared/service-key.ts'
import { type Fact, Facts } from '../facts.tsx'
import { h } from '../h.ts'
import type { LayerProps } from '../layer.ts'
import type { LongLayers } from '../load-layers.ts'
import { purposeName } from '../purpose-name.ts'
import { namedServices, serviceNames } from '../service-names.ts'
import { CookieTable } from './cookie-table.tsx'
import { cookiesOf } from './cookies-of.ts'
import { Switch } from './purpose-switch.tsx'

/** One purpose that the visitor decides on. */
export interface PurposeProps extends Pick<LayerProps<LongLayers>, 'consent' | 'layers'> {
  readonly category: string
}

/** Shows a purpose: its switch, what it is for, and the details. */
export const Purpose = ({ consent, layers: { text, long }, category }: PurposeProps): VNode => {
  const state = consent.$state.get()
  const services = namedServices(consent.options.categories[category]?.services)
  const id = `switch-${category}`
  const name = purposeName(category, text.purposes)
  const facts = unique(services.flatMap(service => factsOf(service.name, long.facts, text.details)))
  const rows = services.flatMap(service => cookiesOf(service, long))
  return (
    <div class="purpose" part="purpose">
      <Switch
        id={id}
        name={category}
        label={capitalised(name)}
        isOn={allows(state, category)}
        describedBy={`about-${category}`}
      />
      <p id={`about-${category}`}>
        {own(long.about, category) ?? long.aboutOther}
        {services[0] && (
          <small>
            {long.services}: {serviceNames(services)}
          </small>
        )}
      </p>
      {state.refused.includes(category) && <p class="note">{long.addOn}</p>}
      {services[1] && (
        <fieldset class="services" aria-label={long.services}>
          {services.map(({ name }, index) => (
            <div key={name}>
              <Switch
                id={`${id}-${index}`}
                name={keyOf(category, name)}
                label={name}
                isOn={allows(state, keyOf(category, name))}
              />
            </div>
          ))}
        </fieldset>
      )}
      {(facts[0] || rows[0]) && (
        <details>
          <summary>{long.details}</summary>
          <Facts facts={facts} />
          <CookieTable columns={long.columns} rows={rows} label={name} />
        </details>
      )}
    </div>
  )
}

const factsOf = (
  name: string,
  facts: Readonly<Record<string, readonly Fact[]>>,
  google: readonly Fact[],
): readonly Fact[] =>
  // The last one speaks of the right to refuse, which stands above.
  own(facts, name) ?? (/google/i.test(name) ? google.slice(0, -1) : [])

/** Two services of Google's say the same. */
const unique = (facts: readonly Fact[]): readonly Fact[] => [...new Set(facts)]

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
