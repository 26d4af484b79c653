// Written by apps/web/generate-api.sh from the commands that begin a project. Do not edit.
export const BEGINNINGS = [
  {
    "type": "RegisterLead",
    "needs": "record-facts"
  },
  {
    "type": "RecordProject",
    "needs": "record-facts"
  }
] as const;
