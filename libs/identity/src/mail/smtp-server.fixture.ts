import { createServer, type AddressInfo } from 'node:net';

/** A mail server of a few words (RFC 5321): keeps what it takes, and refuses recipients that begin with `refused`. */
export async function startSmtpServer() {
  const taken: { recipient: string; data: string }[] = [];
  const attempts: string[] = [];
  const server = createServer((socket) => {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let [pending, recipient, inData] = ['', '', false];
    say('220 test ESMTP');
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      pending += bytes.toString('utf8');
      for (;;) {
        const end = pending.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = pending.slice(0, end);
        pending = pending.slice(end + (inData ? 5 : 2));
        if (inData) {
          taken.push({ recipient, data: text });
          inData = false;
          say('250 taken');
        } else if (/^RCPT/i.test(text)) {
          recipient = /<(.*)>/.exec(text)![1]!;
          attempts.push(recipient);
          say(recipient.startsWith('refused') ? `550 no such person ${recipient}` : '250 yes');
        } else if (/^DATA/i.test(text)) {
          inData = true;
          say('354 go on');
        } else if (/^QUIT/i.test(text)) {
          say('221 bye');
          socket.end();
        } else {
          say('250 yes');
        }
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    attempts,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
