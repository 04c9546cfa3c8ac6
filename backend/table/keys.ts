type NamesIn<Template extends string> = Template extends `${string}\${${infer Name}}${infer Rest}`
  ? [Name, ...NamesIn<Rest>]
  : [];

/**
 * One key attribute, from the template of docs/data-model.md. ElectroDB lower-cases templated keys unless told
 * otherwise, and then ids that differ only in case collide.
 *
 * @example key('pk', 'TENANT#${tenantId}#WORK#${workId}')
 */
export function key<const Field extends string, const Template extends string>(field: Field, template: Template) {
  const composite = [...template.matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name) as NamesIn<Template>;
  return { field, template, composite, casing: 'none' as const };
}
