import { quietly } from '../shared/errors.ts'

/** A Trusted Types policy. TypeScript's types have no `TrustedScriptURL`. */
interface TrustedTypesPolicy {
  createScriptURL(address: string): string
}

/** Private to this file, so that no other code can use the policy. */
let policy: TrustedTypesPolicy | undefined

/**
 * Sets a script's address, by a policy if the browser supports Trusted Types. Never throws: if the
 * page rejects both the policy and the string, the script gets no address.
 *
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */
export const setAddress = (script: HTMLScriptElement, address: string): void => {
  const { trustedTypes } = globalThis as {
    readonly trustedTypes?: {
      createPolicy(name: string, rules: TrustedTypesPolicy): TrustedTypesPolicy
    }
  }
  // If the page forbids a policy of this name, the page may still accept a string.
  quietly(() => {
    policy ??= trustedTypes?.createPolicy('spaceone-consent', { createScriptURL: text => text })
  })
  quietly(() => {
    script.src = policy?.createScriptURL(address) ?? address
  })
}
