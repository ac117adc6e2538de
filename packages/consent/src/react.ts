import {
  createContext,
  createElement,
  type ReactElement,
  type ReactNode,
  useContext,
  useSyncExternalStore,
} from 'react'
import type { AnyConsent, CategoryOf, ConsentState, RegisteredConsent, StateOf } from './index.ts'

const Provided = createContext<AnyConsent | undefined>(undefined)

/** Provides a consent to `useConsent` and `useGranted` in the components inside it. */
export const ConsentProvider = ({
  consent,
  children,
}: {
  readonly consent: AnyConsent
  readonly children?: ReactNode
}): ReactElement => createElement(Provided.Provider, { value: consent }, children)

/** Returns the passed consent, else that of the `ConsentProvider` above; throws without any. */
const useFound = (passed: AnyConsent | undefined): AnyConsent => {
  const provided = useContext(Provided)
  const consent = passed ?? provided
  if (consent) return consent
  throw new Error('No consent is provided. Expected a <ConsentProvider> or an argument.')
}

/** What `serverState` has returned for a consent: React requires the same object at each call. */
const atServer = new WeakMap<AnyConsent, ConsentState<string>>()

/**
 * Returns the state of a visitor who has not decided. For equal options, this state is the same on
 * a server and in a browser.
 */
const serverState = (consent: AnyConsent): ConsentState<string> => {
  let state = atServer.get(consent)
  if (state) return state
  const { categories, language = 'en', restricted } = consent.options
  const names = Object.keys(categories)
  state = {
    status: restricted ? 'restricted' : 'undecided',
    granted: Object.fromEntries(names.map(name => [name, false])),
    without: [],
    keys: consent.$state.get().keys,
    pending: restricted ? [] : names,
    record: undefined,
    signals: { gpc: false },
    refused: [],
    language,
  }
  atServer.set(consent, state)
  return state
}

/**
 * Returns the state of the consent and renders the component again when the state changes. On a
 * server and during hydration, this state grants nothing.
 *
 * ```ts
 * const { granted } = useConsent()
 * ```
 *
 * @param consent @default the consent of the `ConsentProvider` above
 * @throws Error if no consent is passed or provided.
 */
export const useConsent = <Given extends AnyConsent = RegisteredConsent>(
  consent?: Given,
): StateOf<Given> => {
  const found = useFound(consent)
  const { listen, get } = found.$state
  return useSyncExternalStore(listen, get, () => serverState(found)) as StateOf<Given>
}

/**
 * Returns whether a category is granted, and renders the component again when the grant changes.
 * See `useConsent`.
 *
 * ```ts
 * const isCounted = useGranted('analytics')
 * ```
 */
export const useGranted = <Given extends AnyConsent = RegisteredConsent>(
  category: CategoryOf<Given>,
  consent?: Given,
): boolean => {
  const { $state, isGranted } = useFound(consent)
  return useSyncExternalStore(
    $state.listen,
    () => isGranted(category),
    () => false,
  )
}
