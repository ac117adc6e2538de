import type { VNode } from 'preact'
import { own } from '../../shared/own.ts'
import { allows, keyOf } from '../../shared/service-key.ts'
import type { Fact } from '../layers/facts.tsx'
import { h } from '../layers/h.ts'
import type { LayerProps } from '../layers/layer.ts'
import { purposeName } from '../words/purpose-name.ts'
import { namedServices, serviceNames } from '../words/service-names.ts'
import { cookiesOf } from './cookies-of.ts'
import { Details } from './details.tsx'
import { Switch } from './purpose-switch.tsx'

/** Properties of a purpose. */
export interface PurposeProps extends Pick<LayerProps, 'consent' | 'layers'> {
  readonly category: string
}

/** Draws a purpose: its switch, description, services and details. */
export const Purpose = ({ consent, layers: { text, labels }, category }: PurposeProps): VNode => {
  const state = consent.$state.get()
  const services = namedServices(consent.options.categories[category]?.services)
  const id = `switch-${category}`
  const name = purposeName(category, text.purposes)
  const facts = unique(
    services.flatMap(service => factsOf(service.name, labels.facts, text.details)),
  )
  const rows = services.flatMap(service => cookiesOf(service, labels))
  return (
    <div class="purpose" part="purpose">
      <h3>
        <label for={id}>{capitalised(name)}</label>
      </h3>
      <Switch
        id={id}
        name={category}
        isOn={allows(state, category)}
        describedBy={`about-${category}`}
      />
      <p id={`about-${category}`}>
        {own(labels.about, category) ?? labels.aboutOther}
        {services[0] && (
          <small>
            {labels.services}: {serviceNames(services)}
          </small>
        )}
      </p>
      {state.refused.includes(category) && <p class="note">{labels.addOn}</p>}
      {services[1] && (
        <fieldset class="services" aria-label={labels.services}>
          {services.map(({ name }, index) => (
            <div key={name}>
              <label for={`${id}-${index}`}>{name}</label>
              <Switch
                id={`${id}-${index}`}
                name={keyOf(category, name)}
                isOn={allows(state, keyOf(category, name))}
              />
            </div>
          ))}
        </fieldset>
      )}
      {(facts[0] || rows[0]) && <Details text={labels} name={name} facts={facts} rows={rows} />}
    </div>
  )
}

const factsOf = (
  name: string,
  facts: Readonly<Record<string, readonly Fact[]>>,
  google: readonly Fact[],
): readonly Fact[] =>
  // Leave out the last item, the right to refuse, because the top of the form states this right.
  own(facts, name) ?? (/google/i.test(name) ? google.slice(0, -1) : [])

/** Returns the facts without duplicates, since all services of Google share the same facts. */
const unique = (facts: readonly Fact[]): readonly Fact[] => [...new Set(facts)]

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
