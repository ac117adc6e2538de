/** The version of this package. The build puts the version in the place of `AUDIT_VERSION`. */
declare const AUDIT_VERSION: string
export const VERSION: string = typeof AUDIT_VERSION === 'string' ? AUDIT_VERSION : '0.0.0'
