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
 * Gives a script its address, as a page that enforces Trusted Types takes it. The policy is kept in
 * here: nobody else can have an address passed by it. Never throws: where the page lets neither the
 * policy nor a text pass, the script has no address, and its report says so.
 *
 * @param address One that the configuration or a held element named.
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */
export const setAddress = (script: HTMLScriptElement, address: string): void => {
  try {
    policy ??= (globalThis as Page).trustedTypes?.createPolicy('spaceone-consent', {
      createScriptURL: text => text,
    })
  } catch {
    // The page allows no policy of this name. It may enforce none either.
  }
  try {
    script.src = policy?.createScriptURL(address) ?? address
  } catch {}
}
