import {
  type ComputedRef,
  computed,
  type InjectionKey,
  inject,
  onScopeDispose,
  type ShallowRef,
  shallowReadonly,
  shallowRef,
} from 'vue'
import type { AnyConsent, CategoryOf, RegisteredConsent, StateOf } from './index.ts'

/**
 * The key under which `consentPlugin` provides the consent: `inject(consentKey)` returns the
 * consent.
 */
export const consentKey: InjectionKey<RegisteredConsent> = Symbol.for('@spaceone/consent')

/** The part of a Vue 3 application that the plugin uses. */
interface App {
  provide(key: symbol, value: AnyConsent): void
}

/**
 * The part of the constructor of Vue 2.7 that the plugin uses. Vue's builds for a script tag also
 * have `provide` on this constructor, but it works only inside a component.
 */
interface Constructor {
  (): void
  mixin(options: { readonly provide: Readonly<Record<symbol, AnyConsent>> }): void
}

/**
 * Creates the plugin that provides a consent to all components: `app.use(consentPlugin(consent))`
 * in Vue 3, `Vue.use(consentPlugin(consent))` in Vue 2.7.
 */
export const consentPlugin = (consent: AnyConsent): { install(target: unknown): void } => ({
  install(target) {
    const key = consentKey as symbol
    const vue = target as App | Constructor
    if (typeof vue === 'function') vue.mixin({ provide: { [key]: consent } })
    else vue.provide(key, consent)
  },
})

/** Returns the passed consent, otherwise the consent of the plugin. */
const find = (passed: AnyConsent | undefined): AnyConsent => {
  const consent = passed ?? inject(consentKey, undefined)
  if (consent) return consent
  throw new Error(
    'No consent is provided. Expected app.use(consentPlugin(consent)), or an argument.',
  )
}

/**
 * Returns the state of the consent as a read-only ref. The ref follows the state until the
 * component or the effect scope is disposed. On a server components are never disposed, so the ref
 * does not follow the state there.
 *
 * ```ts
 * const state = useConsent()
 * state.value.granted.analytics
 * ```
 *
 * @param consent @default the consent that `consentPlugin` provides
 * @throws Error if no consent is passed or provided.
 */
export const useConsent = <Given extends AnyConsent = RegisteredConsent>(
  consent?: Given,
): Readonly<ShallowRef<StateOf<Given>>> => {
  const { $state } = find(consent)
  const state = shallowRef($state.get() as StateOf<Given>)
  if (typeof document !== 'undefined')
    onScopeDispose(
      $state.listen(next => {
        state.value = next as StateOf<Given>
      }),
    )
  return shallowReadonly(state)
}

/**
 * Returns a read-only ref that is `true` while a category is granted. See `useConsent`.
 *
 * ```ts
 * const isCounted = useGranted('analytics')
 * ```
 */
export const useGranted = <Given extends AnyConsent = RegisteredConsent>(
  category: CategoryOf<Given>,
  consent?: Given,
): ComputedRef<boolean> => {
  const found = find(consent)
  const state = useConsent(found)
  // Read the state, so that Vue tracks it, but return the answer of the consent, which is `false`
  // after `destroy()`.
  return computed(() => !!state.value && found.isGranted(category))
}
