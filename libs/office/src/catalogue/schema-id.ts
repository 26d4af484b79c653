/** The id of the schema of an event's data at a version, as the feed and the catalogue name it. */
export const schemaId = (type: string, version: number): string => `urn:luodi:event:${type}:${version}`;
