import type { Consent, ConsentState } from '@spaceone/consent'
import { onScopeDispose, type ShallowRef, shallowRef } from 'vue'

/** Follows the consent in a component or an effect scope, in Vue 2.7 and in Vue 3. */
export const useConsent = <Category extends string>({
  $state,
}: Pick<Consent<Category>, '$state'>): Readonly<ShallowRef<ConsentState<Category>>> => {
  const state = shallowRef($state.get())
  onScopeDispose($state.subscribe(now => (state.value = now)))
  return state
}
