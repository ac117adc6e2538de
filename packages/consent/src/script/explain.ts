import { CRITICAL, LOOKS } from '../options/forms.ts'
import { attributeText, type ConsentErrorCode, warningText } from '../options/messages.ts'
import { nearest } from '../shared/nearest.ts'
import { quietly } from '../shared/quietly.ts'

/** The patterns of all attributes, by name. */
const FORMS = { ...CRITICAL, ...LOOKS } as typeof CRITICAL

/** The warnings already written, so that the console shows each one once. */
const written = new Set<string>()

/**
 * Writes a warning of `consent.js` in full: the mistake, the expected form, the consequence and a
 * link to the documentation.
 *
 * @param code The code of a warning, the name of an attribute of the script tag, or any text.
 * @param values The values of the warning, or the value of the attribute.
 */
export const explain = (code: string, values: readonly unknown[]): void => {
  const [text, ...more] = sentence(code, values)
  if (!text || written.has(text)) return
  written.add(text)
  // The console may throw if the page has replaced it.
  quietly(() => console.warn(`[SpaceONE Consent] ${text}`, ...more))
}

const sentence = (code: string, values: readonly unknown[]): readonly [string?, ...unknown[]] => {
  const [value] = values
  if (code === 'layer') return sentence('data-layer', values)
  if (code === 'policy-versions')
    return [attributeText(`${code} of a call of spaceoneConsent()`, code, value, false)]
  const [, name] = /^data-(.*)/.exec(code) ?? []
  if (name === undefined) return warningText(code, values)
  if (name === 'lang') return warningText('unknown-language', values)
  // The name of an address may end in a language: data-policy-url-ko.
  const known = [name, name.replace(/^(policy-(url|earlier))-.*/, '$1')].find(isKnown)
  if (!known) {
    const names = Object.keys(FORMS)
    return nearest(name, names) ? warningText('unknown-attribute', [name, names]) : []
  }
  // The domain is well-formed, but the page is on another host.
  if (name === 'cookie-domain' && FORMS[name]?.test(`${value}`))
    return warningText('other-host', [value, location.hostname])
  return [attributeText(code, known as ConsentErrorCode, value, known in LOOKS)]
}

const isKnown = (name: string): boolean => Object.keys(FORMS).includes(name)
