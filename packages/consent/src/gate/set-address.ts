/**
 * A Trusted Types policy. Its result is a `TrustedScriptURL`, which TypeScript's types do not know.
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
 * Sets a script's address, with a Trusted Types policy where the page enforces Trusted Types. The
 * policy is private to this file, so that no other code can use it. Never throws: if the page
 * rejects both the policy and the string, the script gets no address, and the browser reports the
 * violation.
 *
 * @param address An address of the configuration or of a blocked element.
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */
export const setAddress = (script: HTMLScriptElement, address: string): void => {
  try {
    policy ??= (globalThis as Page).trustedTypes?.createPolicy('spaceone-consent', {
      createScriptURL: text => text,
    })
  } catch {
    // The page does not allow this policy, but may not enforce Trusted Types either.
  }
  try {
    script.src = policy?.createScriptURL(address) ?? address
  } catch {}
}
