const OWN = 'River-boat-42';

/** Signs the first administrator in and changes the printed password, as everybody must; answers with the own one. `address`: http://host:port. */
export const changeFirstPassword = async (
  address: string,
  { user, password }: { readonly user: string; readonly password: string },
): Promise<{ readonly user: string; readonly password: string }> => {
  const post = async (path: string, body: object, cookie?: string): Promise<Response> => {
    const answer = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cookie === undefined ? {} : { cookie }) },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  };
  const session = await post('/api/session', { user, password });
  const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
  await post('/api/session/password', { current: password, next: OWN }, cookie);
  return { user, password: OWN };
};
