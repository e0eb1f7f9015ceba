"""Servers for check_serving.py: xapian-tcpsrv on free ports, and doubles of servers that fail."""
import os
import shutil
import signal
import socket
import subprocess
import threading
import time

HOST = "127.0.0.1"
START_SECONDS = 20
TCPSRV = shutil.which("xapian-tcpsrv") or "/usr/bin/xapian-tcpsrv"


def is_available():
    return os.access(TCPSRV, os.X_OK)


def free_port():
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def is_listening(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((HOST, port)) == 0


class Server:
    """One xapian-tcpsrv that serves a folder until it is stopped."""

    def __init__(self, folder):
        # Another process may take the port between the look and the start: try again.
        for _ in range(5):
            self.port = free_port()
            self.process = subprocess.Popen(
                [TCPSRV, "--interface", HOST, "--port", str(self.port), "--quiet", folder],
                stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                start_new_session=True)
            until = time.monotonic() + START_SECONDS
            while self.process.poll() is None and time.monotonic() < until:
                if is_listening(self.port):
                    return
                time.sleep(0.02)
            self.stop()
        raise RuntimeError("xapian-tcpsrv does not start")

    @property
    def address(self):
        return f"tcp://{HOST}:{self.port}"

    def stop(self):
        """Ends it and the processes that serve its connections."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


class Double:
    """Listens in place of a server; `serve(connection)` plays each connection."""

    def __init__(self, serve):
        self.serve = serve
        self.listener = socket.socket()
        self.listener.bind((HOST, 0))
        self.listener.listen()
        self.port = self.listener.getsockname()[1]
        self.address = f"tcp://{HOST}:{self.port}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.play, args=(connection,), daemon=True).start()

    def play(self, connection):
        try:
            self.serve(connection)
        except OSError:
            pass
        finally:
            connection.close()

    def stop(self):
        self.listener.close()


class Relay(Double):
    """Hands everything on to a real server and counts round trips: answers that the client waits
    for. After `most` of them it closes the connection, as a server does that dies."""

    def __init__(self, server, most=None):
        self.server = server
        self.most = most
        self.round_trips = 0
        super().__init__(self.relay)

    def relay(self, client):
        with socket.create_connection((HOST, self.server.port)) as upstream:
            done = threading.Event()

            def answers():
                try:
                    while not done.is_set():
                        received = upstream.recv(65536)
                        if not received:
                            break
                        client.sendall(received)
                except OSError:
                    pass
                finally:
                    close(client)

            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            upstream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            pump = threading.Thread(target=answers, daemon=True)
            pump.start()
            asked = b""
            while True:
                received = client.recv(65536)
                if not received:
                    break
                asked += received
                asked, complete = whole_messages(asked)
                self.round_trips += complete
                if self.most is not None and self.round_trips > self.most:
                    break
                upstream.sendall(received)
            done.set()
            close(upstream)
            close(client)
            pump.join(5)


def close(connection):
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass


def whole_messages(pending):
    """Xapian's messages are a byte of kind, a length and that many bytes; lengths from 255 on are
    255 and the rest in groups of seven bits, the last with the high bit. What is left, and how many
    were whole."""
    count = 0
    while len(pending) >= 2:
        length, at = pending[1], 2
        if length == 255:
            shift, length = 0, 255
            while at < len(pending):
                byte = pending[at]
                at += 1
                length += (byte & 127) << shift
                shift += 7
                if byte & 128:
                    break
            else:
                return pending, count
        if len(pending) < at + length:
            return pending, count
        pending = pending[at + length:]
        count += 1
    return pending, count


def silent():
    """Accepts and never says a word."""
    def serve(connection):
        while connection.recv(4096):
            pass
    return Double(serve)


def hangs_up():
    return Double(lambda connection: None)


def web_server():
    return Double(lambda connection: connection.sendall(
        b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n") or connection.recv(4096))


def of_another_version(server):
    """Greets as the server does, but with the next version of the protocol."""
    def serve(connection):
        with socket.create_connection((HOST, server.port)) as upstream:
            greeting = bytearray(upstream.recv(4096))
        greeting[2] += 1
        connection.sendall(bytes(greeting))
        connection.recv(4096)
    return Double(serve)
