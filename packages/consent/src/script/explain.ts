import type { AnyConsent } from '../core/index.ts'
import { checkDeclarations, type Declared, faultValues, isKnown } from '../inventory/index.ts'
import { eachMarkupMistake, LOOKS, PAGE_ATTRIBUTES } from '../options/attributes.ts'
import { type AttributeCode, EXPECTED, EXPECTED_VERSIONS } from '../options/expected.ts'
import { attributeText, warningText } from '../options/messages.ts'
import { nearest } from '../options/nearest.ts'
import { ownProperty } from '../shared/own-properties.ts'
import { listedServices } from '../shared/services.ts'
import { callIn } from '../shared/timers.ts'

/** The warnings that have been written, so that the console shows each warning once. */
const written = new Set<string>()

/**
 * Writes a warning of `consent.js` in full, once. `code` is a code of a warning, an attribute of
 * the script tag, or any text; for `declarations` and `markup`, finds and names the mistakes.
 */
export const explain = (code: string, values: readonly unknown[]): void => {
  if (code === 'no-way-back' && !values[0]) return void callIn(10, explainWayBack)
  if (code === 'declarations') return void explainDeclarations(values)
  if (code === 'tag-config' && hasCookieFacts()) return
  if (code === 'markup') return void explainMarkup(values[0])
  const [text, ...more] = sentence(code, values)
  if (!text || written.has(text)) return
  written.add(text)
  console.warn(`[SpaceONE Consent] ${text}`, ...more)
  // An error of the start may be a mistake in a declaration.
  if (code === 'not-started') explainStart(values)
}

/** Writes a warning for each mistake in the declarations, after the start has failed. */
const explainStart = ([error, services = []]: readonly unknown[]) => {
  // The error has the name of the service at which the start has stopped.
  const { message } = error as Error
  const isFacts = (one: Declared) => isKnown(one) && !one.category && !one.necessary
  const entries = services as readonly Declared[]
  if (entries.some(one => one.name === message && isFacts(one))) explain('facts-unused', [message])
  explainDeclarations([entries.filter(one => !isFacts(one))])
}

/** Says whether the page states, in facts of a service, which cookies the service has. */
const hasCookieFacts = (): boolean => {
  const { options } =
    (globalThis as { readonly spaceoneConsent?: Partial<AnyConsent> }).spaceoneConsent ?? {}
  const services = options ? listedServices(options) : []
  return services.some(([service]) => service?.facts?.cookies)
}

/** Writes a warning for each mistake in the declarations of the page, see `checkDeclarations`. */
const explainDeclarations = ([services = [], languages]: readonly unknown[]) => {
  for (const fault of checkDeclarations(
    services as readonly Declared[],
    languages as readonly string[] | undefined,
  ))
    explain('declaration', faultValues(fault))
}

/** Writes a warning for an inline banner without its element, and those of `eachMarkupMistake`. */
const explainMarkup = (position: unknown) => {
  if (position === 'inline' && !document.querySelector('[data-consent-banner]:not(form)'))
    explain('no-banner-place', [])
  eachMarkupMistake(explain)
}

/** Writes a warning if neither the markup nor an inline script has a way back to the choice. */
const explainWayBack = () => {
  const page = new XMLSerializer().serializeToString(document)
  if (!/data-consent-(open|pref)|openPref/.test(page))
    explain('no-way-back', [page.match(/data-consent-\w+/g) ?? 'none'])
}

const sentence = (code: string, values: readonly unknown[]): readonly [string?, ...unknown[]] => {
  const [value] = values
  if (code === 'layer') return sentence('data-layer', values)
  if (code === 'policy-versions') {
    const name = `${code} of a call of spaceoneConsent()`
    return [attributeText(name, value, EXPECTED_VERSIONS, false)]
  }
  const [, name] = /^data-(.*)/.exec(code) ?? []
  if (name === undefined) return warningText(code, values)
  // The name of an attribute for an address may end in a language: data-policy-url-ko.
  const option = name.replace(/^(policy-(url|earlier))-.*/, '$1') as AttributeCode
  const expected = ownProperty(EXPECTED, option)
  if (!expected) {
    const names = [...Object.keys(EXPECTED), ...PAGE_ATTRIBUTES]
    return nearest(name, names) ? warningText('unknown-attribute', [name, names]) : []
  }
  return [attributeText(code, value, expected, LOOKS.includes(option))]
}
