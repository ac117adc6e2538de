declare const process: { readonly env: { readonly NODE_ENV?: string } }

/** Says whether a host's developer is looking. Bundlers replace it; the script files are built without. */
export const DEVELOPMENT: boolean = process.env.NODE_ENV !== 'production'
