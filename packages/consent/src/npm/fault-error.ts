import type { FaultValues } from '../inventory/index.ts'
import { warningText } from '../options/messages.ts'

/** Returns the error of a function that gets an invalid value from a developer. */
export const faultError = (...[path, value, expected]: FaultValues): TypeError => {
  const [text] = warningText('declaration', [path, value, expected, 'The call stops here.'])
  return new TypeError(`[SpaceONE Consent] ${text}`)
}
