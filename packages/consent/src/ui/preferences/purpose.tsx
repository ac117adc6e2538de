import type { VNode } from 'preact'
import { ownProperty } from '../../shared/own-properties.ts'
import { keyOf, servicesIn } from '../../shared/services.ts'
import { h } from '../later-parts/h.ts'
import type { PartProps } from '../later-parts/part-props.ts'
import { purposeName } from '../words/texts.ts'
import { Details } from './details.tsx'

/** Draws a purpose: its switch, description, services and details. */
export const Purpose = ({
  consent,
  parts,
  onIntent,
  category,
}: PartProps & { readonly category: string }): VNode => {
  const { text, labels } = parts
  const state = consent.$state.get()
  const services = servicesIn(consent.options, category)
  const id = `switch-${category}`
  const name = purposeName(category, text.purposes)
  return (
    <div class="purpose" part="purpose">
      <h3>
        <label for={id}>{capitalised(name)}</label>
      </h3>
      <Switch
        id={id}
        name={category}
        isOn={consent.isGranted(category)}
        describedBy={`about-${category}`}
      />
      <p id={`about-${category}`}>
        {ownProperty(labels.about, category) ?? labels.aboutOther}
        {services[0] && (
          <small>
            {labels.services}: {services.map(({ name }) => name).join(', ')}
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
                isOn={consent.isGranted(keyOf(category, name))}
              />
            </div>
          ))}
        </fieldset>
      )}
      <Details {...{ parts, onIntent, name, services }} facts={parts.details([category])} />
    </div>
  )
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/**
 * Draws a switch, whose label does not depend on its state. `Form` sets and keeps this state.
 *
 * @param name A category, or `category/name` for one of its services.
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/switch/
 */
const Switch = ({
  id,
  name,
  isOn,
  describedBy,
}: {
  readonly id: string
  readonly name: string
  readonly isOn: boolean
  readonly describedBy?: string
}): VNode => (
  <input
    type="checkbox"
    // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its state itself.
    role="switch"
    id={id}
    part="switch"
    name={name}
    defaultChecked={isOn}
    aria-describedby={describedBy}
  />
)
