/**
 * How many days a decision counts by default. The draft COM(2025) 837 of the European Commission forbids
 * to ask again within six months of a refusal, and six months have 184 days at most.
 */
export const VALIDITY_DAYS = 184
