/** What a policy gives stands for the text; TypeScript's own types know only the text. */
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
 * Gives the address of a script as a page that enforces Trusted Types takes it. The policy is kept
 * in here: nobody else can have an address passed by it.
 *
 * @param address One that the configuration or a held element named.
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */
export const trustedAddress = (address: string): string => {
  try {
    policy ??= (globalThis as Page).trustedTypes?.createPolicy('spaceone-consent', {
      createScriptURL: text => text,
    })
  } catch {
    // The page allows no policy of this name: where it enforces Trusted Types, nothing is loaded.
  }
  return policy?.createScriptURL(address) ?? address
}
