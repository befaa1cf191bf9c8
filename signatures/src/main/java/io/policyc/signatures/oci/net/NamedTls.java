package io.policyc.signatures.oci.net;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/// TLS with a host of a given name, whatever address the connection goes to.
///
/// `java.net.http` compares a certificate with the host of the URL. Here that is the address that
/// was checked, so the name comes from this context instead.
final class NamedTls extends SSLContext {
  NamedTls(SSLContext inner, String host) {
    super(new Named(inner, host), inner.getProvider(), inner.getProtocol());
  }

  private static final class Named extends SSLContextSpi {
    private final SSLContext inner;
    private final String host;

    Named(SSLContext inner, String host) {
      this.inner = inner;
      this.host = host;
    }

    @Override
    protected SSLEngine engineCreateSSLEngine(String address, int port) {
      return inner.createSSLEngine(host, port);
    }

    @Override
    protected SSLEngine engineCreateSSLEngine() {
      throw new UnsupportedOperationException("a connection without a name");
    }

    @Override
    protected SSLSocketFactory engineGetSocketFactory() {
      throw new UnsupportedOperationException("a connection without a name");
    }

    @Override
    protected SSLServerSocketFactory engineGetServerSocketFactory() {
      throw new UnsupportedOperationException("this side only asks");
    }

    @Override
    protected void engineInit(KeyManager[] keys, TrustManager[] trusted, SecureRandom random) {
      throw new UnsupportedOperationException("it is set up already");
    }

    @Override
    protected SSLSessionContext engineGetServerSessionContext() {
      return inner.getServerSessionContext();
    }

    @Override
    protected SSLSessionContext engineGetClientSessionContext() {
      return inner.getClientSessionContext();
    }

    @Override
    protected SSLParameters engineGetDefaultSSLParameters() {
      return inner.getDefaultSSLParameters();
    }

    @Override
    protected SSLParameters engineGetSupportedSSLParameters() {
      return inner.getSupportedSSLParameters();
    }
  }
}
