import { quietly } from '../shared/errors.ts'

/**
 * A Trusted Types policy. TypeScript's types have no `TrustedScriptURL`, so the result is typed as
 * a string.
 */
interface Policy {
  createScriptURL(address: string): string
}

interface Page {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: Policy): Policy
  }
}

let policy: Policy | undefined

/**
 * Sets a script's address. Uses a Trusted Types policy if the browser supports Trusted Types. The
 * policy is private to this file, so that no other code can use the policy. Never throws: if the
 * page rejects both the policy and the string, the script gets no address, and the browser reports
 * the violation.
 *
 * @param address An address of the configuration or of a blocked element.
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */
export const setAddress = (script: HTMLScriptElement, address: string): void => {
  // If the page forbids a policy of this name, the page may still accept a string.
  quietly(() => {
    policy ??= (globalThis as Page).trustedTypes?.createPolicy('spaceone-consent', {
      createScriptURL: text => text,
    })
  })
  quietly(() => {
    script.src = policy?.createScriptURL(address) ?? address
  })
}
