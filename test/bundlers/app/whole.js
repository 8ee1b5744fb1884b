import 'livewebinar-room';
const room = document.createElement('livewebinar-room');
document.body.append(Object.assign(room, { licenseKey: '123-123-123' }));
