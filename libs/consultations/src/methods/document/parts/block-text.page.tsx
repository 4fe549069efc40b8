import { useOffice, Words } from '@isegoria/ui';

/** In the language of all that stands around it, but for what the office translated. */
export function BlockText({ text }: { text: string }) {
  const said = useOffice()(text);
  return said.text === text ? <>{text}</> : <Words text={text} by="office" />;
}
