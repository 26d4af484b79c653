/** Where what stands behind a figure is shown: a project, or a piece of outreach, which bears no code. */
export const behindPath = ({ id, code }: { readonly id: string; readonly code: string }): string =>
  code === '' ? `/matters/outreach-records/${id}` : `/projects/${id}`;
