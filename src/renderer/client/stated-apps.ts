/** An application as the account names it. */
export interface StatedApp {
  readonly sdkAppId: string;
  readonly name?: string;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/**
 * The applications that an account's JSON text names; none where it is not an account. Read by hand and not by a
 * schema: the palette is part of the window's first script, which goes without the schemas' library.
 */
export function statedApps(json: string): readonly StatedApp[] {
  const apps = fieldOf(JSON.parse(json), 'apps');
  if (!Array.isArray(apps)) return [];
  return apps.flatMap((app: unknown): StatedApp[] => {
    const [sdkAppId, name] = [fieldOf(app, 'sdkAppId'), fieldOf(app, 'name')];
    if (typeof sdkAppId !== 'string') return [];
    return [typeof name === 'string' ? { sdkAppId, name } : { sdkAppId }];
  });
}
