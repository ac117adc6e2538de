/** Makes happy-dom send a script's `load` event without requesting the script. */
export const answerScripts = (): void => {
  const { happyDOM } = window as unknown as { happyDOM: { settings: Record<string, unknown> } }
  Object.assign(happyDOM.settings, {
    disableJavaScriptFileLoading: true,
    handleDisabledFileLoadingAsSuccess: true,
  })
}
